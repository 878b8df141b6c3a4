/**
 * Rectangles of tables.
 */
@NullMarked
package dev.confluencekit.markup.internal.table;

import org.jspecify.annotations.NullMarked;
