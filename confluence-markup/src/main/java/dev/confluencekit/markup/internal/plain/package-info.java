/**
 * What macros and references come to for a reader.
 */
@NullMarked
package dev.confluencekit.markup.internal.plain;

import org.jspecify.annotations.NullMarked;
