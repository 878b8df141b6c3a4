/** Finding out of which type content is. */
@NullMarked
package dev.confluencekit.content.contenttype;

import org.jspecify.annotations.NullMarked;
