package dev.confluencekit.core.internal.paging;

import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.PagingException;
import dev.confluencekit.core.error.PagingException.Reason;
import dev.confluencekit.core.error.RequestTooLargeException;
import dev.confluencekit.core.error.ResponseTooLargeException;
import dev.confluencekit.core.error.ServerErrorException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Follows a listing batch by batch: refuses cursors that come back, gives up on endless empty batches, asks for less
 * when a batch is too much, and from the second batch on fetches the next one while the caller works.
 */
final class BatchIterator<T> implements Iterator<Batch<T>> {
    /** Filtering behind the scenes leaves empty batches; so many in a row are a fault of the service. */
    static final int MOST_EMPTY_IN_A_ROW = 10;

    private final BatchFetcher<T> fetcher;
    private final String listing;
    private final Executor executor;
    private final Set<String> seen = new HashSet<>();
    private volatile int size;
    private int emptyInARow;
    private int delivered;
    private boolean ended;
    private @Nullable PagingException broken;
    private @Nullable Cursor cursor;
    private @Nullable FutureTask<Batch<T>> ahead;

    BatchIterator(BatchFetcher<T> fetcher, String listing, int size, @Nullable Cursor start, Executor executor) {
        this.fetcher = fetcher;
        this.listing = listing;
        this.size = size;
        this.cursor = start;
        this.executor = executor;
        if (start != null) {
            seen.add(fingerprint(start));
        }
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    /** After a failure the same batch can be asked for again; a listing that goes in a circle stays broken. */
    @Override
    public Batch<T> next() {
        if (broken != null) {
            throw broken;
        }
        if (ended) {
            throw new NoSuchElementException();
        }
        Batch<T> batch = take();
        check(batch);
        delivered++;
        cursor = batch.next().orElse(null);
        ended = cursor == null;
        if (!ended && delivered >= 2) {
            fetchAhead();
        }
        return batch;
    }

    private void fetchAhead() {
        Cursor from = cursor;
        FutureTask<Batch<T>> task = new FutureTask<>(() -> fetchShrinking(from));
        try {
            executor.execute(task);
            ahead = task;
        } catch (RejectedExecutionException e) {
            // A full or closed executor only costs the head start: the batch is fetched when it is asked for.
            ahead = null;
        }
    }

    private Batch<T> take() {
        FutureTask<Batch<T>> task = ahead;
        if (task == null) {
            return fetchShrinking(cursor);
        }
        ahead = null;
        // Does nothing once a worker has begun. If none has, none may ever: they may all be busy with callers like
        // this.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            task.cancel(true);
            throw new ConfluenceInterruptedException(listing + " was interrupted");
        } catch (CancellationException e) {
            return fetchShrinking(cursor);
        } catch (ExecutionException e) {
            return afterFailureAhead(e.getCause());
        }
    }

    private Batch<T> afterFailureAhead(@Nullable Throwable failure) {
        if (failure instanceof ConfluenceInterruptedException
                && !Thread.currentThread().isInterrupted()) {
            // The worker was interrupted, not the caller: its executor is being shut down.
            return fetchShrinking(cursor);
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(listing + " failed unexpectedly", failure);
    }

    /** Asks for half as much, down to one row, when the service cannot give as much at once. */
    private Batch<T> fetchShrinking(@Nullable Cursor from) {
        int rows = size;
        while (true) {
            try {
                return fetcher.fetch(from, rows);
            } catch (ConfluenceException e) {
                if (rows == 1 || !isTooMuch(e)) {
                    throw e;
                }
                rows /= 2;
                size = rows;
            }
        }
    }

    private static boolean isTooMuch(ConfluenceException e) {
        if (e instanceof ServerErrorException server) {
            return server.status() == 504;
        }
        if (e instanceof RequestTooLargeException request) {
            return request.status() == 413 || request.status() == 414;
        }
        return e instanceof ResponseTooLargeException;
    }

    private void check(Batch<T> batch) {
        emptyInARow = batch.items().isEmpty() ? emptyInARow + 1 : 0;
        Cursor next = batch.next().orElse(null);
        if (next == null) {
            return;
        }
        if (emptyInARow >= MOST_EMPTY_IN_A_ROW) {
            throw broken(
                    Reason.ENDLESS_EMPTY_BATCHES, emptyInARow + " batches in a row were empty, each promising more");
        }
        if (!seen.add(fingerprint(next))) {
            throw broken(Reason.REPEATED_CURSOR, "a cursor came back that was used before, so it goes in a circle");
        }
    }

    private PagingException broken(Reason reason, String problem) {
        PagingException failure = new PagingException(listing, reason, problem);
        broken = failure;
        return failure;
    }

    /** Cursors can be thousands of characters long, so only a digest of each is kept. */
    private static String fingerprint(Cursor cursor) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(cursor.value().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
