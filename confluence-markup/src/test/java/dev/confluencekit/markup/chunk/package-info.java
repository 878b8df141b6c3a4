/** Tests of chunks. */
@NullMarked
package dev.confluencekit.markup.chunk;

import org.jspecify.annotations.NullMarked;
