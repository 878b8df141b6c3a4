package dev.confluencekit.core.internal.paging;

import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import org.jspecify.annotations.Nullable;

/** Fetches one batch of a listing. */
@FunctionalInterface
public interface BatchFetcher<T> {
    /** The batch that begins at the cursor, of at most {@code size} rows. */
    Batch<T> fetch(@Nullable Cursor from, int size);
}
