/** The door for code that looks on while the simulator answers. */
@NullMarked
package dev.confluencekit.testkit.internal.watch;

import org.jspecify.annotations.NullMarked;
