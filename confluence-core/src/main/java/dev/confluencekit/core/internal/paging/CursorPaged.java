package dev.confluencekit.core.internal.paging;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.core.paging.Paged;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A listing that is followed by cursor. */
public final class CursorPaged<T> implements Paged<T> {
    private final BatchFetcher<T> fetcher;
    private final String listing;
    private final int batchSize;
    private final @Nullable Cursor start;
    private final Executor ahead;

    /** Not fetched yet. {@code ahead} runs the fetching of the batch after next. */
    public CursorPaged(BatchFetcher<T> fetcher, String listing, int batchSize, @Nullable Cursor start, Executor ahead) {
        this.fetcher = fetcher;
        this.listing = listing;
        this.batchSize = Batch.checkSize(batchSize);
        this.start = start;
        this.ahead = ahead;
    }

    @Override
    public Iterable<Batch<T>> batches() {
        return () -> new BatchIterator<>(fetcher, listing, batchSize, start, ahead);
    }

    @Override
    public Batch<T> first() {
        return batches().iterator().next();
    }

    @Override
    public Iterator<T> iterator() {
        return new Elements<>(batches().iterator());
    }

    @Override
    public Stream<T> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(() -> Spliterators.spliteratorUnknownSize(iterator(), traits), traits, false);
    }

    @Override
    public List<T> toList(int max) {
        if (max < 0) {
            throw new InvalidArgumentException("max", "must not be negative");
        }
        return stream().limit(max).toList();
    }

    @Override
    public Optional<T> findFirst() {
        return stream().findFirst();
    }

    @Override
    public String toString() {
        return listing + " in batches of " + batchSize;
    }

    private static final class Elements<T> implements Iterator<T> {
        private final Iterator<Batch<T>> batches;
        private Iterator<T> current = Collections.emptyIterator();

        Elements(Iterator<Batch<T>> batches) {
            this.batches = batches;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && batches.hasNext()) {
                // The batch that was read is let go of before the next one is waited for.
                current = Collections.emptyIterator();
                current = batches.next().iterator();
            }
            return current.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }
}
