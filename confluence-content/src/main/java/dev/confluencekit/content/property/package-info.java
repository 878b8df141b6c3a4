/** Properties: JSON values that apps keep on content and spaces. */
@NullMarked
package dev.confluencekit.content.property;

import org.jspecify.annotations.NullMarked;
