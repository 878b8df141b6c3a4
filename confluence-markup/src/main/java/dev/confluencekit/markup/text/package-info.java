/**
 * Plain text written from the document tree.
 */
@NullMarked
package dev.confluencekit.markup.text;

import org.jspecify.annotations.NullMarked;
