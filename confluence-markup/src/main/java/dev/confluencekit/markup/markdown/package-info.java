/**
 * Markdown (GitHub's flavour) written from the document tree.
 */
@NullMarked
package dev.confluencekit.markup.markdown;

import org.jspecify.annotations.NullMarked;
