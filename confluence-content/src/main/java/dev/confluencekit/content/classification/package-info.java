/** Classification levels: how confidential content is. */
@NullMarked
package dev.confluencekit.content.classification;

import org.jspecify.annotations.NullMarked;
