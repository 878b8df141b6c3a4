package dev.confluencekit.core.testing;

import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Time that stands still: a wait ends only when it is woken or interrupted (or after some seconds, for a test to fail). */
public final class StandingTime implements TimeSource {
    private final Semaphore waiters = new Semaphore(0);

    /** Stands at {@link ManualTime#START}. */
    public StandingTime() {}

    @Override
    public Instant now() {
        return ManualTime.START;
    }

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public boolean await(Duration duration, CountDownLatch wakeUp) throws InterruptedException {
        waiters.release();
        return wakeUp.await(10, TimeUnit.SECONDS);
    }

    /** Waits until one more thread has begun to wait. */
    public boolean awaitWaiter() throws InterruptedException {
        return waiters.tryAcquire(10, TimeUnit.SECONDS);
    }
}
