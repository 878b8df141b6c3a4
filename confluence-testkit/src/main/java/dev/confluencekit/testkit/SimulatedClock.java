package dev.confluencekit.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The simulator's time: key expiry, rate-limit windows, version timestamps and the {@code Date}
 * header follow it. It either ticks with the machine's clock or stands still; both can be advanced.
 *
 * <p>Safe for use by many threads.
 */
public final class SimulatedClock extends Clock {

    private final Clock source;
    private final ZoneId zone;
    private final AtomicReference<Duration> offset;

    private SimulatedClock(Clock source, ZoneId zone, AtomicReference<Duration> offset) {
        this.source = source;
        this.zone = zone;
        this.offset = offset;
    }

    /**
     * Gives a clock that ticks with the machine's.
     *
     * @return a new clock in UTC
     */
    public static SimulatedClock ticking() {
        return new SimulatedClock(Clock.systemUTC(), ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO));
    }

    /**
     * Gives a clock that moves only by {@link #advance}.
     *
     * @param start its first instant
     * @return a new clock in UTC
     */
    public static SimulatedClock standingAt(Instant start) {
        return new SimulatedClock(
                Clock.fixed(start, ZoneOffset.UTC), ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO));
    }

    /**
     * Moves the clock forward at once; nobody sleeps.
     *
     * @param step how far
     * @throws IllegalArgumentException if the step is negative
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("the clock only moves forward: " + step);
        }
        offset.accumulateAndGet(step, Duration::plus);
    }

    @Override
    public Instant instant() {
        return source.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /**
     * Gives the same time in another zone; advancing either moves both.
     *
     * @param other the zone
     * @return a view of this clock
     */
    @Override
    public SimulatedClock withZone(ZoneId other) {
        return new SimulatedClock(source, other, offset);
    }
}
