package dev.confluencekit.core.internal.paging;

import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One batch being fetched, by a worker or by the thread that waits for it. As soon as somebody waits for it and it tells
 * where the listing goes on, it starts the fetch that follows: while its rows are read, the next ones travel already.
 */
final class FetchUnderWay<T> {
    /** Fetches the batch at a cursor and tells the fetch under way where the listing seems to go on. */
    @FunctionalInterface
    interface Work<T> {
        Batch<T> fetch(FetchUnderWay<T> underWay);
    }

    private final @Nullable Cursor from;
    private final Work<T> work;
    private final Executor executor;
    private final FutureTask<Batch<T>> task;
    private boolean mayLookAhead;
    private @Nullable Cursor told;
    private @Nullable FetchUnderWay<T> follower;

    FetchUnderWay(@Nullable Cursor from, Work<T> work, Executor executor) {
        this.from = from;
        this.work = work;
        this.executor = executor;
        this.task = new FutureTask<>(() -> work.fetch(this));
    }

    @Nullable
    Cursor from() {
        return from;
    }

    /** Hands it to a worker; false if there is none to take it. */
    boolean start() {
        try {
            executor.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            // A full or closed executor only costs the head start: the batch is fetched when it is asked for.
            return false;
        }
    }

    /**
     * Does the work if no worker has begun, for they may all be busy with callers like this; otherwise waits for the
     * worker. With {@code lookAhead} the batch that follows is fetched as soon as it is known where it is.
     */
    Batch<T> await(boolean lookAhead) throws InterruptedException, ExecutionException {
        if (lookAhead) {
            synchronized (this) {
                mayLookAhead = true;
            }
            startFollower();
        }
        task.run();
        return task.get();
    }

    /** Where the listing seems to go on; only the first word counts. */
    void tell(Cursor next) {
        synchronized (this) {
            if (told != null) {
                return;
            }
            told = next;
        }
        startFollower();
    }

    private void startFollower() {
        FetchUnderWay<T> next;
        synchronized (this) {
            if (!mayLookAhead || told == null || follower != null || task.isDone()) {
                return;
            }
            next = new FetchUnderWay<>(told, work, executor);
            follower = next;
        }
        // Not under the lock: an executor may run what it is given at once. One that refuses changes nothing, since
        // whoever waits for a fetch that has not begun does it.
        next.start();
    }

    /**
     * Hands over what was started early, if it is at the cursor that the batch gave in the end; else gives it up. It is
     * let go of either way: a chain of fetches would keep whole listings alive in a young collection.
     */
    synchronized @Nullable FetchUnderWay<T> handOver(@Nullable Cursor next) {
        mayLookAhead = false;
        FetchUnderWay<T> early = follower;
        follower = null;
        if (early == null || next != null && next.equals(early.from)) {
            return early;
        }
        early.task.cancel(true);
        return null;
    }

    /** Ends it and what it has started; whoever works at it is interrupted. */
    synchronized void cancel() {
        mayLookAhead = false;
        task.cancel(true);
        if (follower != null) {
            follower.task.cancel(true);
            follower = null;
        }
    }
}
