/** Likes. */
@NullMarked
package dev.confluencekit.content.like;

import org.jspecify.annotations.NullMarked;
