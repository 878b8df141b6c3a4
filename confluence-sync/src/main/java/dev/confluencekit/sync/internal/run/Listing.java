package dev.confluencekit.sync.internal.run;

import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.sync.internal.site.RowBatch;
import dev.confluencekit.sync.internal.site.Shelf;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A listing that is read response by response: where it is, and how far what it listed has been settled. */
abstract class Listing {
    private static final int MOST_RESTARTS = 3;

    private final Shelf shelf;
    private final Deque<Step> steps = new ArrayDeque<>();
    private @Nullable Cursor next;
    private @Nullable Cursor settledUpTo;
    private boolean begun;
    private boolean exhausted;
    private int restarts;
    private long rows;

    Listing(Shelf shelf, @Nullable Cursor start) {
        this.shelf = shelf;
        this.next = start;
        this.settledUpTo = start;
    }

    Shelf shelf() {
        return shelf;
    }

    /** Asks for the response at a cursor; on a worker's thread. */
    abstract RowBatch fetch(@Nullable Cursor from);

    /** Whether the listing is to go on after a response. */
    abstract boolean goesOnAfter(RowBatch batch);

    /** Whether items that look the same are looked at more closely, for what no listing shows. */
    abstract boolean isThorough();

    /** It is asked for the first time in this run. */
    void begins() {}

    /** An item was listed. */
    void saw(String id) {}

    /** It has come to its end, and all that it listed is settled. */
    abstract void ended();

    /** It cannot be read to its end. */
    abstract void failed(RuntimeException problem);

    @Nullable
    Cursor next() {
        return next;
    }

    long rows() {
        return rows;
    }

    /** Where a later run may go on; null for the beginning. */
    @Nullable
    Cursor settledUpTo() {
        return settledUpTo;
    }

    boolean isExhausted() {
        return exhausted;
    }

    void begin() {
        if (!begun) {
            begun = true;
            begins();
        }
    }

    /** Takes note of a response, whose items are settled one by one. */
    Step took(RowBatch batch) {
        rows += batch.rows().size();
        next = batch.next();
        exhausted = next == null || !goesOnAfter(batch);
        Step step = new Step(this, next);
        steps.add(step);
        return step;
    }

    /** Begins anew, after a cursor was refused; false if that has happened too often. */
    boolean restart() {
        if (next == null || restarts == MOST_RESTARTS) {
            return false;
        }
        restarts++;
        next = null;
        settledUpTo = null;
        steps.clear();
        return true;
    }

    void advance() {
        while (!steps.isEmpty() && steps.element().isSettled()) {
            settledUpTo = steps.remove().after();
        }
        if (exhausted && steps.isEmpty()) {
            exhausted = false;
            ended();
        }
    }
}
