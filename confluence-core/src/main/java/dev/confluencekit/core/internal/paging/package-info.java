/** How listings are followed from batch to batch. */
@NullMarked
package dev.confluencekit.core.internal.paging;

import org.jspecify.annotations.NullMarked;
