/** What a mirror holds: items, each with what is compared, what is told of it, and its content. */
@NullMarked
package dev.confluencekit.sync.item;

import org.jspecify.annotations.NullMarked;
