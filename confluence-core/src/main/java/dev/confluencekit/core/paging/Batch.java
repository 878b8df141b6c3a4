package dev.confluencekit.core.paging;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one response of a listing brought. A batch may be empty although more is to come. Immutable.
 *
 * @param <T> what is listed
 */
public final class Batch<T> implements Iterable<T> {
    /** The most rows that a listing of v2 gives in one response. */
    public static final int LARGEST = 250;

    private final List<T> items;
    private final @Nullable Cursor next;

    /**
     * A batch.
     *
     * @param items what it holds
     * @param next where the listing goes on, or null at its end
     */
    public Batch(List<T> items, @Nullable Cursor next) {
        this.items = List.copyOf(items);
        this.next = next;
    }

    /**
     * Checks a size that is asked for.
     *
     * @param size the most rows of one response
     * @return the same
     * @throws InvalidArgumentException if it is not from 1 to {@link #LARGEST}
     */
    public static int checkSize(int size) {
        if (size < 1 || size > LARGEST) {
            throw new InvalidArgumentException("batchSize", "must be from 1 to " + LARGEST);
        }
        return size;
    }

    /**
     * What the batch holds.
     *
     * @return an immutable list, in the service's order
     */
    public List<T> items() {
        return items;
    }

    /**
     * Where the listing goes on. Store it to resume.
     *
     * @return the cursor, or empty at the end of the listing
     */
    public Optional<Cursor> next() {
        return Optional.ofNullable(next);
    }

    /**
     * What the batch holds, as a stream.
     *
     * @return a new stream
     */
    public Stream<T> stream() {
        return items.stream();
    }

    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }

    @Override
    public String toString() {
        return items.size() + " items" + (next == null ? ", the last" : ", more to come");
    }
}
