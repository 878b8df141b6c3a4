package dev.confluencekit.core.paging;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A whole listing, fetched as it is read. Nothing is asked of the service before the first element is wanted; each
 * {@link #iterator()}, {@link #stream()} and {@link #batches()} starts afresh. Wanting only the first batch costs one
 * request; from the second batch on, the next one is fetched while the caller works on the present one, never more than
 * one ahead.
 *
 * <p>A {@code Paged} is immutable and may be shared; each iterator is for one thread. Reading it throws
 * {@link dev.confluencekit.core.error.ConfluenceException} where a request fails or the service's links lead nowhere
 * ({@link dev.confluencekit.core.error.PagingException}); what was delivered before that is right.
 *
 * <p>A row that moves while the listing is read may be delivered twice or missed, as the service lists it; sort by id
 * for a full listing.
 *
 * @param <T> what is listed
 */
public interface Paged<T> extends Iterable<T> {
    /**
     * Reads the listing response by response.
     *
     * @return the batches, in order; a resumed listing begins with the one at its cursor
     */
    Iterable<Batch<T>> batches();

    /**
     * Reads the first response only.
     *
     * @return the first batch; one request
     */
    Batch<T> first();

    /**
     * Reads the listing element by element.
     *
     * @return a new iterator
     */
    @Override
    Iterator<T> iterator();

    /**
     * Reads the listing element by element, in order.
     *
     * @return a new sequential stream; it needs no closing
     */
    Stream<T> stream();

    /**
     * Reads at most a number of elements into memory.
     *
     * @param max the most elements to read
     * @return an immutable list of at most {@code max} elements
     * @throws dev.confluencekit.core.error.InvalidArgumentException if {@code max} is negative
     */
    List<T> toList(int max);

    /**
     * Reads the first element.
     *
     * @return the first element, or empty if there is none
     */
    Optional<T> findFirst();

    /**
     * A listing whose own making asks the service something; put off until it is read.
     *
     * @param listing makes the listing, each time that it is read
     * @param <T> what is listed
     * @return a listing
     */
    static <T> Paged<T> deferred(Supplier<Paged<T>> listing) {
        return new DeferredPaged<>(listing);
    }
}
