/** The door to operations that have no typed client. */
@NullMarked
package dev.confluencekit.content.raw;

import org.jspecify.annotations.NullMarked;
