/** Blog posts: read, list, and written by the same rules as pages. */
@NullMarked
package dev.confluencekit.content.blogpost;

import org.jspecify.annotations.NullMarked;
