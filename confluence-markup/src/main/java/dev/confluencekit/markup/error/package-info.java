/**
 * What reading and writing of bodies throws.
 */
@NullMarked
package dev.confluencekit.markup.error;

import org.jspecify.annotations.NullMarked;
