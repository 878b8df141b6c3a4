/** Spaces: the client, what it answers, what it is asked. */
@NullMarked
package dev.confluencekit.content.space;

import org.jspecify.annotations.NullMarked;
