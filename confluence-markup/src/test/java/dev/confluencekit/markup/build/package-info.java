/** Tests of the Markdown reader. */
@NullMarked
package dev.confluencekit.markup.build;

import org.jspecify.annotations.NullMarked;
