/**
 * Languages of code.
 */
@NullMarked
package dev.confluencekit.markup.internal.code;

import org.jspecify.annotations.NullMarked;
