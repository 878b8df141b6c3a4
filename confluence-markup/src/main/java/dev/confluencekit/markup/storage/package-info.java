/**
 * Confluence's storage format: read, written, compared, checked.
 */
@NullMarked
package dev.confluencekit.markup.storage;

import org.jspecify.annotations.NullMarked;
