/** Bodies of content and the formats that they come in. */
@NullMarked
package dev.confluencekit.content.body;

import org.jspecify.annotations.NullMarked;
