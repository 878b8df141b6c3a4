/** The JSON in which targets store what they hold of items. */
@NullMarked
package dev.confluencekit.sync.internal.stored;

import org.jspecify.annotations.NullMarked;
