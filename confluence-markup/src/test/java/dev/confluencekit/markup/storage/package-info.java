/** Tests of the storage format. */
@NullMarked
package dev.confluencekit.markup.storage;

import org.jspecify.annotations.NullMarked;
