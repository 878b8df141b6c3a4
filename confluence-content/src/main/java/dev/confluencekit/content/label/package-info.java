/** Labels on content and spaces. */
@NullMarked
package dev.confluencekit.content.label;

import org.jspecify.annotations.NullMarked;
