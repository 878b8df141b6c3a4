package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all callers of one site share within a runtime: how many requests may be under way at once, and a pause that the
 * service has asked for. Callers pass it before they take a connection.
 */
final class TenantGate {
    private final TimeSource time;
    private final Semaphore places;
    private final long origin;
    private final AtomicLong closedForNanos = new AtomicLong();

    TenantGate(TimeSource time, int concurrency) {
        this.time = time;
        this.places = new Semaphore(concurrency, true);
        this.origin = time.nanoTime();
    }

    /** Shuts the gate for everybody until the wait is over; never shortens a pause that stands already. */
    void pause(Duration wait) {
        long now = sinceOrigin();
        long end = now > Long.MAX_VALUE - Deadline.saturatedNanos(wait)
                ? Long.MAX_VALUE
                : now + Deadline.saturatedNanos(wait);
        closedForNanos.accumulateAndGet(end, Math::max);
    }

    /** How much of a pause is left; zero if the gate is open. */
    Duration pauseLeft() {
        return Duration.ofNanos(Math.max(0, closedForNanos.get() - sinceOrigin()));
    }

    /** Takes a place, waiting in line; false if none became free in time. */
    boolean enter(Duration atMost) throws InterruptedException {
        return places.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    void leave() {
        places.release();
    }

    private long sinceOrigin() {
        return time.nanoTime() - origin;
    }
}
