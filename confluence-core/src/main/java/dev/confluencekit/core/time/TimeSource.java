package dev.confluencekit.core.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where the library gets time from: a wall clock for dates, a monotonic clock for waits and deadlines, and the wait
 * itself. Injected, so that tests need neither sleep nor luck. Implementations are safe for use by many threads.
 */
public interface TimeSource {
    /**
     * The wall clock.
     *
     * @return the current instant
     */
    Instant now();

    /**
     * A monotonic clock that no change of the system's time moves.
     *
     * @return nanoseconds from an arbitrary origin
     */
    long nanoTime();

    /**
     * Waits.
     *
     * @param duration how long at most
     * @param wakeUp ends the wait early when it reaches zero
     * @return true if the wait ended early
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    boolean await(Duration duration, CountDownLatch wakeUp) throws InterruptedException;

    /**
     * The machine's time.
     *
     * @return a time source over the system clock
     */
    static TimeSource system() {
        return of(Clock.systemUTC());
    }

    /**
     * A given wall clock, with the machine's monotonic clock and real waits.
     *
     * @param clock the wall clock
     * @return a time source
     */
    static TimeSource of(Clock clock) {
        return new TimeSource() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public boolean await(Duration duration, CountDownLatch wakeUp) throws InterruptedException {
                return wakeUp.await(TimeUnit.NANOSECONDS.convert(duration), TimeUnit.NANOSECONDS);
            }
        };
    }
}
