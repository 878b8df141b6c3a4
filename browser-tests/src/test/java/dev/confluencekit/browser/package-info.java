/** Walks through the host console with a real browser. */
@NullMarked
package dev.confluencekit.browser;

import org.jspecify.annotations.NullMarked;
