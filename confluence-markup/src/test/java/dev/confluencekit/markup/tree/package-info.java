/** Tests of the document tree. */
@NullMarked
package dev.confluencekit.markup.tree;

import org.jspecify.annotations.NullMarked;
