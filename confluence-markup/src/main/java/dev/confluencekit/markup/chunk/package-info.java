/** Chunks of pages for search and for language models. */
@NullMarked
package dev.confluencekit.markup.chunk;

import org.jspecify.annotations.NullMarked;
