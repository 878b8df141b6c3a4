/** Operations that an account may carry out. */
@NullMarked
package dev.confluencekit.content.operation;

import org.jspecify.annotations.NullMarked;
