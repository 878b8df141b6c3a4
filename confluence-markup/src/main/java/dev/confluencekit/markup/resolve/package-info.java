/**
 * How links, people and included pages find their addresses, names and contents: by functions that the caller gives.
 */
@NullMarked
package dev.confluencekit.markup.resolve;

import org.jspecify.annotations.NullMarked;
