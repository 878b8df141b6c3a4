package dev.confluencekit.sync.internal.run;

import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.sync.internal.site.Row;
import dev.confluencekit.sync.item.ItemState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Items that came older than they had been listed, since the service was catching up: they are fetched again after a pause. */
final class Latecomers {
    private static final int MOST_TRIES = 5;

    private final TimeSource time;
    private final List<Candidate> waiting = new ArrayList<>();

    Latecomers(TimeSource time) {
        this.time = time;
    }

    /** Whether what came is older than what was listed or is had already. */
    boolean isStale(Candidate candidate, Row row) {
        ItemState old = candidate.old();
        int expected = Math.max(candidate.row().version(), old == null ? 0 : old.version());
        if (row.version() >= expected) {
            return false;
        }
        candidate.tried();
        // A version that was deleted makes numbers go down for good; then the listing agrees with what comes.
        return mayComeStill(candidate) || row.version() < candidate.row().version();
    }

    boolean mayComeStill(Candidate candidate) {
        return candidate.tries() < MOST_TRIES;
    }

    void add(Candidate candidate) {
        waiting.add(candidate);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Waits for a while, longer each time, and gives those that waited. */
    List<Candidate> await() throws InterruptedException {
        int tries = waiting.stream().mapToInt(Candidate::tries).max().orElse(1);
        time.await(Duration.ofSeconds(1L << Math.min(tries - 1, MOST_TRIES)), new CountDownLatch(1));
        List<Candidate> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
