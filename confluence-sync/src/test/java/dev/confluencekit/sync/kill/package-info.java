/** Proves by killing processes that a target keeps what it was given. */
@NullMarked
package dev.confluencekit.sync.kill;

import org.jspecify.annotations.NullMarked;
