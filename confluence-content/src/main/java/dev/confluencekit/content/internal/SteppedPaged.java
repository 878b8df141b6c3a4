package dev.confluencekit.content.internal;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.PagingException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.core.paging.Paged;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A listing that is followed in another way than by the service's cursors, batch by batch, nothing ahead. */
public final class SteppedPaged<T> implements Paged<T> {
    private final String listing;
    private final Supplier<Step<T>> steps;

    /** Makes a step's state afresh each time that the listing is read. */
    public SteppedPaged(String listing, Supplier<Step<T>> steps) {
        this.listing = listing;
        this.steps = steps;
    }

    /** Fetches a batch. */
    @FunctionalInterface
    public interface Step<T> {
        /** The batch at a cursor that an earlier batch gave, or the first one for null. */
        Batch<T> fetch(@Nullable Cursor from);
    }

    @Override
    public Iterable<Batch<T>> batches() {
        return () -> new Batches(steps.get());
    }

    @Override
    public Batch<T> first() {
        return batches().iterator().next();
    }

    @Override
    public Iterator<T> iterator() {
        return new Elements(batches().iterator());
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
        return listing;
    }

    /** After a failure the same batch can be asked for again. */
    private final class Batches implements Iterator<Batch<T>> {
        private final Step<T> step;
        private final Set<Cursor> seen = new HashSet<>();
        private @Nullable Cursor cursor;
        private boolean ended;

        Batches(Step<T> step) {
            this.step = step;
        }

        @Override
        public boolean hasNext() {
            return !ended;
        }

        @Override
        public Batch<T> next() {
            if (ended) {
                throw new NoSuchElementException();
            }
            Batch<T> batch = step.fetch(cursor);
            Cursor next = batch.next().orElse(null);
            if (next != null && !seen.add(next)) {
                throw new PagingException(
                        listing, PagingException.Reason.REPEATED_CURSOR, "it came back to where it had been");
            }
            cursor = next;
            ended = next == null;
            return batch;
        }
    }

    private final class Elements implements Iterator<T> {
        private final Iterator<Batch<T>> batches;
        private Iterator<T> current = Collections.emptyIterator();

        Elements(Iterator<Batch<T>> batches) {
            this.batches = batches;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && batches.hasNext()) {
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
