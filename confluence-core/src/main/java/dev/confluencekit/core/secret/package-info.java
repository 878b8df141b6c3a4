/** Secrets that do not print, and the port through which a call gets its credential. */
@NullMarked
package dev.confluencekit.core.secret;

import org.jspecify.annotations.NullMarked;
