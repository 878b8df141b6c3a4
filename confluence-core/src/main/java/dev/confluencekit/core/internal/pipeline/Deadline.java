package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;

/** The end of a call's time, on the monotonic clock. */
final class Deadline {
    private final TimeSource time;
    private final long start;
    private final long limitNanos;

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

    boolean isCrossedBy(Duration wait) {
        return wait.compareTo(remaining()) >= 0;
    }

    static long saturatedNanos(Duration duration) {
        return duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0 ? Long.MAX_VALUE : duration.toNanos();
    }
}
