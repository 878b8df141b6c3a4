/** Who may read and change single pieces of content. */
@NullMarked
package dev.confluencekit.content.restriction;

import org.jspecify.annotations.NullMarked;
