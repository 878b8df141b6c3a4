/** The trees of spaces: what stands above and below content, and what in them is neither page nor blog post. */
@NullMarked
package dev.confluencekit.content.hierarchy;

import org.jspecify.annotations.NullMarked;
