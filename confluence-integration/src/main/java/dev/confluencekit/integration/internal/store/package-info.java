/** How integrations are written down: versioned JSON documents, tolerant of what a newer version may add. */
@NullMarked
package dev.confluencekit.integration.internal.store;

import org.jspecify.annotations.NullMarked;
