/** Kinds of characters. */
@NullMarked
package dev.confluencekit.markup.internal.characters;

import org.jspecify.annotations.NullMarked;
