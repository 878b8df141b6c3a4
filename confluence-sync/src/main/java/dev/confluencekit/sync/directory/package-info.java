/** A mirror in a directory. */
@NullMarked
package dev.confluencekit.sync.directory;

import org.jspecify.annotations.NullMarked;
