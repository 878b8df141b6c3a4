/** How far a mirror has come. */
@NullMarked
package dev.confluencekit.sync.internal.checkpoint;

import org.jspecify.annotations.NullMarked;
