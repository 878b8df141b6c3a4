/** Markdown (GitHub's flavour), read into the document tree. */
@NullMarked
package dev.confluencekit.markup.gfm;

import org.jspecify.annotations.NullMarked;
