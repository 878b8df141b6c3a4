/** What labels, properties, versions and the like belong to. */
@NullMarked
package dev.confluencekit.content.owner;

import org.jspecify.annotations.NullMarked;
