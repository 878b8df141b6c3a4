/** Time as something that is handed in. */
@NullMarked
package dev.confluencekit.core.time;

import org.jspecify.annotations.NullMarked;
