/**
 * Where in a document a conversion is, and what it found there.
 */
@NullMarked
package dev.confluencekit.markup.internal.trail;

import org.jspecify.annotations.NullMarked;
