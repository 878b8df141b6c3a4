/**
 * What can go wrong, as types: {@link dev.confluencekit.core.error.ConfluenceException} and its few subclasses, one
 * for each thing that a caller may want to do differently.
 */
@NullMarked
package dev.confluencekit.core.error;

import org.jspecify.annotations.NullMarked;
