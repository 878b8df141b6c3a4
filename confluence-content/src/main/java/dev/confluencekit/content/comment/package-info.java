/** Comments below content and on texts within it. */
@NullMarked
package dev.confluencekit.content.comment;

import org.jspecify.annotations.NullMarked;
