/** Versions of content. */
@NullMarked
package dev.confluencekit.content.version;

import org.jspecify.annotations.NullMarked;
