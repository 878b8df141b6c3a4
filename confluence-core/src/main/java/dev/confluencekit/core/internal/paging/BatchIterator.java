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
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows a listing batch by batch: refuses cursors that come back, gives up on endless empty batches, asks for less
 * when a batch is too much, and from the second batch on fetches the next one while the caller works, or sooner: while the
 * caller still waits for the rows of a batch whose successor is known.
 */
final class BatchIterator<T> implements Iterator<Batch<T>> {
    /** Filtering behind the scenes leaves empty batches; so many in a row are a fault of the service. */
    static final int MOST_EMPTY_IN_A_ROW = 10;

    private final BatchFetcher<T> fetcher;
    private final String listing;
    private final Executor executor;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private volatile int size;
    private int emptyInARow;
    private int delivered;
    private boolean ended;
    private @Nullable PagingException broken;
    private @Nullable Cursor cursor;
    private @Nullable FetchUnderWay<T> ahead;

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
        boolean begunAhead = ahead != null;
        FetchUnderWay<T> fetch = ahead != null ? ahead : underWay(cursor);
        ahead = null;
        boolean delivering = false;
        try {
            Batch<T> batch = take(fetch, begunAhead);
            check(batch);
            delivering = true;
            delivered++;
            cursor = batch.next().orElse(null);
            ended = cursor == null;
            ahead = following(fetch);
            return batch;
        } finally {
            if (!delivering) {
                fetch.cancel();
            }
        }
    }

    private FetchUnderWay<T> underWay(@Nullable Cursor from) {
        return new FetchUnderWay<>(from, this::fetchTelling, executor);
    }

    /** What is fetched while the caller works at the batch: started early, or now. */
    private @Nullable FetchUnderWay<T> following(FetchUnderWay<T> fetch) {
        FetchUnderWay<T> early = fetch.handOver(cursor);
        if (early != null || ended || delivered < 2) {
            return early;
        }
        FetchUnderWay<T> next = underWay(cursor);
        return next.start() ? next : null;
    }

    private Batch<T> take(FetchUnderWay<T> fetch, boolean begunAhead) {
        try {
            return fetch.await(delivered >= 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfluenceInterruptedException(listing + " was interrupted");
        } catch (CancellationException e) {
            return fetchShrinking(cursor, next -> {});
        } catch (ExecutionException e) {
            return afterFailure(e.getCause(), begunAhead);
        }
    }

    private Batch<T> afterFailure(@Nullable Throwable failure, boolean begunAhead) {
        if (begunAhead
                && failure instanceof ConfluenceInterruptedException
                && !Thread.currentThread().isInterrupted()) {
            // The worker was interrupted, not the caller: its executor is being shut down.
            return fetchShrinking(cursor, next -> {});
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(listing + " failed unexpectedly", failure);
    }

    private Batch<T> fetchTelling(FetchUnderWay<T> fetch) {
        return fetchShrinking(fetch.from(), next -> {
            if (!seen.contains(fingerprint(next))) {
                fetch.tell(next);
            }
        });
    }

    /** Asks for half as much, down to one row, when the service cannot give as much at once. */
    private Batch<T> fetchShrinking(@Nullable Cursor from, Consumer<Cursor> nextSeen) {
        int rows = size;
        while (true) {
            try {
                return fetcher.fetch(from, rows, nextSeen);
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
