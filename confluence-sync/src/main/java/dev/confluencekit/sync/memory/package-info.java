/** A mirror in memory. */
@NullMarked
package dev.confluencekit.sync.memory;

import org.jspecify.annotations.NullMarked;
