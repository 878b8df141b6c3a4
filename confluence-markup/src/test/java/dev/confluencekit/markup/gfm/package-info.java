/** Tests of the Markdown reader. */
@NullMarked
package dev.confluencekit.markup.gfm;

import org.jspecify.annotations.NullMarked;
