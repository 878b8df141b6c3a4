/** A site that changes while it is mirrored, by seeds. */
@NullMarked
package dev.confluencekit.sync.simulation;

import org.jspecify.annotations.NullMarked;
