package dev.confluencekit.content.longtask;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * How to wait for a long task. Unless told otherwise: up to ten minutes, asking after half a second first and at most every
 * five seconds later.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class LongTaskWait {
    private final Duration limit;
    private final Consumer<LongTask> progress;
    private final CountDownLatch cancel;

    private LongTaskWait(Duration limit, Consumer<LongTask> progress, CountDownLatch cancel) {
        this.limit = limit;
        this.progress = progress;
        this.cancel = cancel;
    }

    /**
     * Up to ten minutes.
     *
     * @return the default
     */
    public static LongTaskWait standard() {
        return new LongTaskWait(Duration.ofMinutes(10), task -> {}, new CountDownLatch(1));
    }

    /**
     * Up to another time.
     *
     * @param limit how long at most
     * @return a changed copy
     * @throws InvalidArgumentException if it is not positive
     */
    public LongTaskWait upTo(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new InvalidArgumentException("limit", "must be positive");
        }
        return new LongTaskWait(limit, progress, cancel);
    }

    /**
     * Telling somebody how far it is.
     *
     * @param listener is told each state that is asked for, the last one included, on the waiting thread
     * @return a changed copy
     */
    public LongTaskWait progress(Consumer<LongTask> listener) {
        return new LongTaskWait(limit, listener, cancel);
    }

    /**
     * Until somebody does not want to wait any longer. The task itself cannot be stopped.
     *
     * @param latch ends the wait when it reaches zero
     * @return a changed copy
     */
    public LongTaskWait cancelledBy(CountDownLatch latch) {
        return new LongTaskWait(limit, progress, latch);
    }

    Duration limit() {
        return limit;
    }

    Consumer<LongTask> progress() {
        return progress;
    }

    CountDownLatch cancel() {
        return cancel;
    }
}
