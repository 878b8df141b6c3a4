package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;

/** The end of a call's time, on the monotonic clock. For one thread. */
final class Deadline {
    private final TimeSource time;
    private final long start;
    private long limitNanos;

    Deadline(TimeSource time, Duration limit) {
        this.time = time;
        this.start = time.nanoTime();
        this.limitNanos = saturatedNanos(limit);
    }

    Duration elapsed() {
        return Duration.ofNanos(time.nanoTime() - start);
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, limitNanos - (time.nanoTime() - start)));
    }

    /** Time that is not counted: a file on its way takes as long as it takes. */
    void exclude(Duration transfer) {
        limitNanos = Math.max(limitNanos, limitNanos + saturatedNanos(transfer));
    }

    boolean isCrossedBy(Duration wait) {
        return wait.compareTo(remaining()) >= 0;
    }

    static long saturatedNanos(Duration duration) {
        return duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0 ? Long.MAX_VALUE : duration.toNanos();
    }
}
