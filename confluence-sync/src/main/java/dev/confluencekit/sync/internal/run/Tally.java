package dev.confluencekit.sync.internal.run;

import dev.confluencekit.core.observe.CallObserver;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.report.Counts;
import dev.confluencekit.sync.report.SkippedItem;
import dev.confluencekit.sync.report.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What a run has done so far. All but the traffic is for the thread of the run. */
final class Tally {
    private static final int MOST_TOLD = 1_000;

    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final List<SkippedItem> skipped = new ArrayList<>();
    private long skippedInAll;
    private long added;
    private long updated;
    private long moved;
    private long renamed;
    private long removed;
    private long unreachable;
    private long listed;
    private long stored;

    CallObserver traffic() {
        return new CallObserver() {
            @Override
            public void attemptFinished(CallInfo call, Attempt attempt) {
                requests.increment();
                bytes.add(attempt.bytes());
            }

            @Override
            public void waiting(CallInfo call, Wait wait) {
                waitedNanos.add(wait.duration().toNanos());
            }
        };
    }

    void listed(int rows) {
        listed += rows;
    }

    void stored(@Nullable ItemState old, ItemState now) {
        stored++;
        if (old == null) {
            added++;
            return;
        }
        boolean elsewhere = !old.spaceId().equals(now.spaceId()) || !Objects.equals(old.parentId(), now.parentId());
        boolean otherName = !old.title().equals(now.title());
        moved += elsewhere ? 1 : 0;
        renamed += otherName ? 1 : 0;
        updated += old.version() != now.version() || !elsewhere && !otherName ? 1 : 0;
    }

    void removed(int items) {
        removed += items;
    }

    void unreachable(int items) {
        unreachable += items;
    }

    void skipped(SkippedItem item) {
        skippedInAll++;
        if (skipped.size() < MOST_TOLD) {
            skipped.add(item);
        }
    }

    List<SkippedItem> skipped() {
        return skipped;
    }

    long skippedInAll() {
        return skippedInAll;
    }

    long listed() {
        return listed;
    }

    long stored() {
        return stored;
    }

    Counts counts() {
        return new Counts(added, updated, moved, renamed, removed, unreachable);
    }

    Traffic trafficSoFar() {
        return new Traffic(requests.sum(), bytes.sum(), Duration.ofNanos(waitedNanos.sum()));
    }
}
