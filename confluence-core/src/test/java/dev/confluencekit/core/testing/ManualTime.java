package dev.confluencekit.core.testing;

import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Time that passes only when somebody waits, and then at once; it keeps the waits. */
public final class ManualTime implements TimeSource {
    /** The instant at which it starts. */
    public static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private final List<Duration> waits = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    /** Starts at {@link #START}. */
    public ManualTime() {}

    @Override
    public synchronized Instant now() {
        return START.plus(passed);
    }

    @Override
    public synchronized long nanoTime() {
        return passed.toNanos();
    }

    @Override
    public synchronized boolean await(Duration duration, CountDownLatch wakeUp) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(duration);
        if (wakeUp.getCount() == 0) {
            return true;
        }
        passed = passed.plus(duration);
        return false;
    }

    /** Lets time pass. */
    public synchronized void advance(Duration duration) {
        passed = passed.plus(duration);
    }

    /** The waits so far. */
    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }
}
