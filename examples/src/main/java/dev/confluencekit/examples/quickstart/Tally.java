package dev.confluencekit.examples.quickstart;

import dev.confluencekit.core.observe.CallObserver;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the library does. */
final class Tally implements CallObserver {
    private final long start = System.nanoTime();
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder waits = new LongAdder();
    private final LongAdder waitedMillis = new LongAdder();

    @Override
    public void attemptFinished(CallInfo call, Attempt attempt) {
        requests.increment();
        bytes.add(attempt.bytes());
    }

    @Override
    public void waiting(CallInfo call, Wait wait) {
        waits.increment();
        waitedMillis.add(wait.duration().toMillis());
    }

    long requests() {
        return requests.sum();
    }

    long bytes() {
        return bytes.sum();
    }

    long waits() {
        return waits.sum();
    }

    Duration waited() {
        return Duration.ofMillis(waitedMillis.sum());
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
