package dev.confluencekit.core.paging;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A listing that is made up only when it is read. */
final class DeferredPaged<T> implements Paged<T> {
    private final Supplier<Paged<T>> listing;

    DeferredPaged(Supplier<Paged<T>> listing) {
        this.listing = listing;
    }

    @Override
    public Iterable<Batch<T>> batches() {
        return () -> listing.get().batches().iterator();
    }

    @Override
    public Batch<T> first() {
        return listing.get().first();
    }

    @Override
    public Iterator<T> iterator() {
        return listing.get().iterator();
    }

    @Override
    public Stream<T> stream() {
        return listing.get().stream();
    }

    @Override
    public List<T> toList(int max) {
        return listing.get().toList(max);
    }

    @Override
    public Optional<T> findFirst() {
        return listing.get().findFirst();
    }
}
