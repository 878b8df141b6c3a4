package dev.confluencekit.sync.internal.run;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.report.SpaceOutcome;
import dev.confluencekit.sync.report.SpaceOutcome.Result;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One space that is read whole in a run. */
final class SpaceWork {
    /** Hears how the listings of a space end. */
    interface Watcher {
        /** A listing is asked for the first time. */
        void began(SpaceWork space, SpaceListing listing);

        /** A listing has come to its end; {@code seen} is what it showed, if that was remembered. */
        void listed(SpaceWork space, SpaceListing listing, @Nullable SeenIds seen);

        /** The space will not be read further. */
        void ended(SpaceWork space);
    }

    private final SpaceId id;
    private final @Nullable String key;
    private final @Nullable MirrorItem unstored;
    private final Watcher watcher;
    private final Set<SpaceListing> listings = new LinkedHashSet<>();
    private long rows;
    private @Nullable RuntimeException problem;

    /** With {@code unstored}, the space as an item that the mirror does not have yet: it is read for the first time. */
    SpaceWork(SpaceId id, @Nullable String key, @Nullable MirrorItem unstored, Watcher watcher) {
        this.id = id;
        this.key = key;
        this.unstored = unstored;
        this.watcher = watcher;
    }

    SpaceId id() {
        return id;
    }

    Optional<MirrorItem> unstored() {
        return Optional.ofNullable(unstored);
    }

    void began(SpaceListing listing) {
        watcher.began(this, listing);
    }

    void add(SpaceListing listing) {
        listings.add(listing);
    }

    /** Its listings that have not come to their end. */
    Set<SpaceListing> unfinished() {
        return Set.copyOf(listings);
    }

    boolean hasFailed() {
        return problem != null;
    }

    void ended(SpaceListing listing, @Nullable SeenIds seen) {
        watcher.listed(this, listing, seen);
        leave(listing);
    }

    void failed(SpaceListing listing, RuntimeException cause) {
        if (problem == null) {
            problem = cause;
        }
        leave(listing);
    }

    private void leave(SpaceListing listing) {
        rows += listing.rows();
        listings.remove(listing);
        if (listings.isEmpty()) {
            watcher.ended(this);
        }
    }

    SpaceOutcome outcome() {
        RuntimeException cause = problem;
        return new SpaceOutcome(
                id,
                key,
                cause == null ? Result.READ : Result.INCOMPLETE,
                rows,
                cause == null ? null : cause.getMessage());
    }
}
