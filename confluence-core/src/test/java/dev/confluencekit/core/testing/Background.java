package dev.confluencekit.core.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A call on a thread of its own, and how it ended. */
public final class Background {
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean interrupted;

    private Background(Runnable call) {
        thread = new Thread(
                () -> {
                    try {
                        call.run();
                    } catch (RuntimeException | Error e) {
                        failure.set(e);
                    }
                    interrupted = Thread.currentThread().isInterrupted();
                },
                "background-call");
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts a call. */
    public static Background start(Runnable call) {
        return new Background(call);
    }

    /** Interrupts its thread. */
    public void interrupt() {
        thread.interrupt();
    }

    /** Waits until its thread itself waits for something (or has ended). */
    public Background awaitWaiting() {
        while (thread.isAlive()
                && thread.getState() != Thread.State.WAITING
                && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return this;
    }

    /** Waits for the end and tells the exception; null if there was none. */
    public @Nullable Throwable failure() throws InterruptedException {
        return failure(Duration.ofSeconds(5));
    }

    /** Waits that long for the end and tells the exception; null if there was none. */
    public @Nullable Throwable failure(Duration atMost) throws InterruptedException {
        thread.join(atMost.toMillis());
        if (thread.isAlive()) {
            throw new AssertionError("the call has not ended");
        }
        return failure.get();
    }

    /** Whether the thread's interrupt flag was set when the call had ended. */
    public boolean endedInterrupted() {
        return interrupted;
    }
}
