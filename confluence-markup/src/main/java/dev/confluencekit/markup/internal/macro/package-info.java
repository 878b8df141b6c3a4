/**
 * Macros that are nodes of their own.
 */
@NullMarked
package dev.confluencekit.markup.internal.macro;

import org.jspecify.annotations.NullMarked;
