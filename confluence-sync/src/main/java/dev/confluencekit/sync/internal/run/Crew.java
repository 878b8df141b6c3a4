package dev.confluencekit.sync.internal.run;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Workers that call the site for the thread of the run, which alone sends them out and takes what they bring. With an executor
 * that works at once, on the caller's thread, everything happens in one thread and in one order.
 */
final class Crew {
    private final Executor executor;
    private final int most;
    private final BlockingQueue<Runnable> back = new LinkedBlockingQueue<>();
    private int out;

    Crew(Executor executor, int most) {
        this.executor = executor;
        this.most = most;
    }

    boolean hasRoom() {
        return out < most;
    }

    /** How many calls are out. */
    int out() {
        return out;
    }

    boolean isIdle() {
        return out == 0;
    }

    /** Has a call made; one of the two is told of it, on the thread of the run, by {@link #takeOne()}. */
    <T> void send(Supplier<T> call, Consumer<T> then, Consumer<RuntimeException> otherwise) {
        Runnable work = () -> back.add(outcomeOf(call, then, otherwise));
        out++;
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            // Full or closed: the run's own thread is a worker, too.
            work.run();
        }
    }

    private static <T> Runnable outcomeOf(Supplier<T> call, Consumer<T> then, Consumer<RuntimeException> otherwise) {
        try {
            T result = call.get();
            return () -> then.accept(result);
        } catch (RuntimeException e) {
            return () -> otherwise.accept(e);
        } catch (Error e) {
            return () -> {
                throw e;
            };
        }
    }

    /** Waits for the next one that comes back, and takes what it brings. */
    void takeOne() throws InterruptedException {
        Runnable outcome = back.take();
        out--;
        outcome.run();
    }

    /** Waits for all that are out, and drops what they bring. Their calls have been cut off, so that they come soon. */
    void awaitAll() {
        boolean interrupted = Thread.interrupted();
        while (out > 0) {
            try {
                back.take();
                out--;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
