/** What hangs on a piece of content, reached from the client of its noun. */
@NullMarked
package dev.confluencekit.content.part;

import org.jspecify.annotations.NullMarked;
