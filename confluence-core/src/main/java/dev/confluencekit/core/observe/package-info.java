/** Watching calls: a small port from which metrics, traces and progress are made. */
@NullMarked
package dev.confluencekit.core.observe;

import org.jspecify.annotations.NullMarked;
