/** Who is told of changes. */
@NullMarked
package dev.confluencekit.content.watch;

import org.jspecify.annotations.NullMarked;
