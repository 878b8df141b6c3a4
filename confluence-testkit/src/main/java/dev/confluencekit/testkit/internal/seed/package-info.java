/**
 * Where content comes from: the demonstration knowledge base and generated text.
 */
@NullMarked
package dev.confluencekit.testkit.internal.seed;

import org.jspecify.annotations.NullMarked;
