package dev.confluencekit.sync.internal.run;

import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.sync.internal.site.RowBatch;
import dev.confluencekit.sync.internal.site.Shelf;
import org.jspecify.annotations.Nullable;

/** All items of a kind in one space. */
final class SpaceListing extends Listing {
    private final SpaceWork space;
    private final @Nullable SeenIds seen;

    /** With {@code reconciles}, remembers what it showed, so that what is missing can be told. */
    SpaceListing(Shelf shelf, SpaceWork space, @Nullable Cursor start, boolean reconciles) {
        super(shelf, start);
        this.space = space;
        this.seen = reconciles ? new SeenIds() : null;
    }

    @Override
    RowBatch fetch(@Nullable Cursor from) {
        return shelf().inSpace(space.id(), from);
    }

    @Override
    boolean goesOnAfter(RowBatch batch) {
        return true;
    }

    @Override
    boolean isThorough() {
        return true;
    }

    @Override
    void begins() {
        space.began(this);
    }

    @Override
    void saw(String id) {
        if (seen != null) {
            seen.add(id);
        }
    }

    @Override
    void ended() {
        space.ended(this, seen);
    }

    @Override
    void failed(RuntimeException problem) {
        space.failed(this, problem);
    }
}
