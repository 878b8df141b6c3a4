package dev.confluencekit.core.internal.paging;

import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fetches one batch of a listing. */
@FunctionalInterface
public interface BatchFetcher<T> {
    /** The batch that begins at the cursor, of at most {@code size} rows. */
    Batch<T> fetch(@Nullable Cursor from, int size);

    /**
     * The same, and may tell where the listing goes on as soon as that seems known, before the rows are read. What it
     * told counts for nothing if the batch says otherwise in the end; it may be told several times or never.
     */
    default Batch<T> fetch(@Nullable Cursor from, int size, Consumer<Cursor> nextSeen) {
        return fetch(from, size);
    }
}
