package dev.confluencekit.testkit.internal.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One bucket for the whole site: so many requests in a window that begins with the first of them. */
public final class RateLimiter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private int limit;
    private Duration window = Duration.ZERO;
    private int used;
    private @Nullable Instant reset;

    /**
     * Makes a limiter without a limit.
     *
     * @param clock measures the windows
     */
    public RateLimiter(Clock clock) {
        this.clock = clock;
    }

    /** What the limiter says about one request. */
    record Decision(boolean allowed, int limit, int remaining, Instant reset, Instant now) {

        boolean nearLimit() {
            return remaining * 5L < limit;
        }

        /** Whole seconds, rounded up, because the header has no finer grain. */
        long retryAfterSeconds() {
            Duration wait = Duration.between(now, reset);
            return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        }
    }

    /**
     * Sets the limit and begins a new window.
     *
     * @param requests how many requests a window has; 0 for no limit
     * @param length the length of a window
     */
    public void limit(int requests, Duration length) {
        if (requests < 0 || (requests > 0 && (length.isNegative() || length.isZero()))) {
            throw new IllegalArgumentException("not a rate limit: " + requests + " in " + length);
        }
        lock.lock();
        try {
            limit = requests;
            window = length;
            reset = null;
        } finally {
            lock.unlock();
        }
    }

    Optional<Decision> take() {
        lock.lock();
        try {
            if (limit == 0) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            Instant end = reset;
            if (end == null || !now.isBefore(end)) {
                end = now.plus(window);
                reset = end;
                used = 0;
            }
            boolean allowed = used < limit;
            if (allowed) {
                used++;
            }
            return Optional.of(new Decision(allowed, limit, limit - used, end, now));
        } finally {
            lock.unlock();
        }
    }
}
