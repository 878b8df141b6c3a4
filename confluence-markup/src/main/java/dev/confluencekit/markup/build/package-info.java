/**
 * Making bodies by hand: headings, paragraphs, lists, tables, macros.
 */
@NullMarked
package dev.confluencekit.markup.build;

import org.jspecify.annotations.NullMarked;
