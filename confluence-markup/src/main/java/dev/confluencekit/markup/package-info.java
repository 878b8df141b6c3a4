/**
 * Bodies of Confluence, read from one format and written in another. {@link dev.confluencekit.markup.Markup} is where to begin;
 * readers and writers are in packages named after their formats, and meet in the document tree of
 * {@link dev.confluencekit.markup.tree}.
 */
@NullMarked
package dev.confluencekit.markup;

import org.jspecify.annotations.NullMarked;
