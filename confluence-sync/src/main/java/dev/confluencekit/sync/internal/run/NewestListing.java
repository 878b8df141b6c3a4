package dev.confluencekit.sync.internal.run;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.sync.internal.site.Row;
import dev.confluencekit.sync.internal.site.RowBatch;
import dev.confluencekit.sync.internal.site.Shelf;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was changed last in some spaces, read until it is older than what has been seen before, and one response further: rows
 * move while they are read.
 */
final class NewestListing extends Listing {
    private final List<SpaceId> spaces;
    private final Instant until;
    private final Consumer<@Nullable RuntimeException> end;
    private boolean past;

    NewestListing(Shelf shelf, List<SpaceId> spaces, Instant until, Consumer<@Nullable RuntimeException> end) {
        super(shelf, null);
        this.spaces = spaces;
        this.until = until;
        this.end = end;
    }

    @Override
    RowBatch fetch(@Nullable Cursor from) {
        return shelf().newest(spaces, from);
    }

    @Override
    boolean goesOnAfter(RowBatch batch) {
        boolean before = past;
        past = past || batch.rows().stream().anyMatch(this::isOld);
        return !before;
    }

    private boolean isOld(Row row) {
        return row.changedAt() != null && row.changedAt().isBefore(until);
    }

    @Override
    boolean isThorough() {
        return false;
    }

    @Override
    void ended() {
        end.accept(null);
    }

    @Override
    void failed(RuntimeException problem) {
        end.accept(problem);
    }
}
