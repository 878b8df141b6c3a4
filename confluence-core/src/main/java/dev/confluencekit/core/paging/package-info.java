/**
 * Listings: {@link dev.confluencekit.core.paging.Paged} is a lazy whole, {@link dev.confluencekit.core.paging.Batch}
 * is what one response brought. (A "page" is a Confluence page.)
 */
@NullMarked
package dev.confluencekit.core.paging;

import org.jspecify.annotations.NullMarked;
