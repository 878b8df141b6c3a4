/** Tests of what becomes what. */
@NullMarked
package dev.confluencekit.markup;

import org.jspecify.annotations.NullMarked;
