package dev.confluencekit.core.internal.paging;

import static dev.confluencekit.core.internal.paging.ScriptedListing.batch;
import static dev.confluencekit.core.internal.paging.ScriptedListing.numberOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.paging.Batch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LookAheadTest {
    /** Keeps what it is given until told to run it. */
    private static final class HeldExecutor implements Executor {
        final Deque<Runnable> held = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            held.add(task);
        }

        void runHeld() {
            while (!held.isEmpty()) {
                held.remove().run();
            }
        }
    }

    private final ScriptedListing service = ScriptedListing.ofBatches(5);
    private final HeldExecutor executor = new HeldExecutor();
    private final Iterator<Batch<Integer>> batches =
            service.paged(executor).batches().iterator();

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void lookAhead_afterTheFirstBatch_hasNotBegun() {
        batches.next();
        assertThat(executor.held).isEmpty();
    }

    @Test
    void lookAhead_afterTheSecondBatch_fetchesTheThird() {
        batches.next();
        batches.next();
        executor.runHeld();
        assertThat(service.cursors()).containsExactly("start", "c1", "c2");
    }

    @Test
    void lookAhead_untilTheThirdIsTaken_isNeverMoreThanOne() {
        batches.next();
        batches.next();
        executor.runHeld();
        assertThat(batches.hasNext()).isTrue();
        assertThat(executor.held).isEmpty();
    }

    @Test
    void lookAhead_batchFetchedAhead_isNotAskedForAgain() {
        batches.next();
        batches.next();
        executor.runHeld();
        assertThat(batches.next().items()).containsExactly(4, 5);
        assertThat(service.cursors()).containsExactly("start", "c1", "c2");
    }

    @Test
    void lookAhead_atTheLastBatch_fetchesNothing() {
        Iterator<Batch<Integer>> two =
                ScriptedListing.ofBatches(2).paged(executor).batches().iterator();
        two.next();
        two.next();
        assertThat(executor.held).isEmpty();
    }

    @Test
    void lookAhead_readElementByElement_startsWithTheSecondBatchOnly() {
        Iterator<Integer> rows = service.paged(executor).iterator();
        rows.next();
        rows.next();
        assertThat(executor.held).isEmpty();
        rows.next();
        assertThat(executor.held).hasSize(1);
    }

    @Test
    void next_workerNeverGetsToIt_fetchesOnTheCallersThread() {
        List<Integer> all = new ArrayList<>();
        batches.forEachRemaining(batch -> all.addAll(batch.items()));
        assertThat(all).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void next_workerComesLate_doesNotAskTwice() {
        batches.forEachRemaining(batch -> {});
        executor.runHeld();
        assertThat(service.cursors()).containsExactly("start", "c1", "c2", "c3", "c4");
    }

    @Test
    void iterator_readOnTheOnlyThreadOfItsExecutor_doesNotWaitForItself() throws Exception {
        ExecutorService single = Executors.newSingleThreadExecutor();
        try {
            List<Integer> rows =
                    single.submit(() -> service.paged(single).toList(100)).get(10, TimeUnit.SECONDS);
            assertThat(rows).hasSize(10);
        } finally {
            single.shutdownNow();
        }
    }

    @Test
    void next_executorIsFull_fetchesOnTheCallersThread() {
        List<Integer> rows = service.paged(task -> {
                    throw new RejectedExecutionException("full");
                })
                .toList(100);
        assertThat(rows).hasSize(10);
    }

    @Test
    void next_failedAhead_throwsWhatTheServiceSaid() {
        ScriptedListing failing = failingOnce("c2", new ConfluenceClosedException("closed"));
        Iterator<Batch<Integer>> three = failing.paged(executor).batches().iterator();
        three.next();
        three.next();
        executor.runHeld();
        assertThatThrownBy(three::next)
                .isInstanceOf(ConfluenceClosedException.class)
                .hasMessage("closed");
    }

    @Test
    void next_afterAFailureAhead_asksForTheSameBatchAgain() {
        ScriptedListing failing = failingOnce("c2", new ConfluenceClosedException("closed"));
        Iterator<Batch<Integer>> three = failing.paged(executor).batches().iterator();
        three.next();
        three.next();
        executor.runHeld();
        assertThatThrownBy(three::next).isInstanceOf(ConfluenceClosedException.class);
        assertThat(three.next().items()).containsExactly(2);
        assertThat(failing.cursors()).containsExactly("start", "c1", "c2", "c2");
    }

    @Test
    void next_failureAheadOfTheHostsOwnCode_comesAsItIs() {
        ScriptedListing failing = failingOnce("c2", new UnsupportedOperationException("the host's"));
        Iterator<Batch<Integer>> three = failing.paged(executor).batches().iterator();
        three.next();
        three.next();
        assertThatThrownBy(three::next)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("the host's");
    }

    @Test
    void next_workerWasInterrupted_fetchesOnTheCallersThread() {
        ScriptedListing failing = failingOnce("c2", new ConfluenceInterruptedException("the worker's"));
        Iterator<Batch<Integer>> three = failing.paged(executor).batches().iterator();
        three.next();
        three.next();
        executor.runHeld();
        assertThat(three.next().items()).containsExactly(2);
    }

    @Test
    void next_callerInterruptedWhileAWorkerFetches_isTypedAndKeepsTheFlag() throws Exception {
        try (BusyWorker worker = new BusyWorker()) {
            Iterator<Batch<Integer>> blocked = worker.batchesUpToTheBlockedOne();
            Thread.currentThread().interrupt();
            assertThatThrownBy(blocked::next).isInstanceOf(ConfluenceInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void next_callerInterruptedWhileAWorkerFetches_stopsTheWorker() throws Exception {
        try (BusyWorker worker = new BusyWorker()) {
            Iterator<Batch<Integer>> blocked = worker.batchesUpToTheBlockedOne();
            Thread.currentThread().interrupt();
            assertThatThrownBy(blocked::next).isInstanceOf(ConfluenceInterruptedException.class);
            Thread.interrupted();
            assertThat(worker.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void next_afterTheCallerWasInterrupted_goesOnWithTheSameBatch() throws Exception {
        try (BusyWorker worker = new BusyWorker()) {
            Iterator<Batch<Integer>> blocked = worker.batchesUpToTheBlockedOne();
            Thread.currentThread().interrupt();
            assertThatThrownBy(blocked::next).isInstanceOf(ConfluenceInterruptedException.class);
            Thread.interrupted();
            assertThat(blocked.hasNext()).isTrue();
            assertThat(blocked.next().items()).containsExactly(2);
        }
    }

    /** A worker that hangs in the request for the third batch, the first time it is made. */
    private static final class BusyWorker implements AutoCloseable {
        final CountDownLatch interrupted = new CountDownLatch(1);
        private final CountDownLatch begun = new CountDownLatch(1);
        private final ExecutorService worker = Executors.newSingleThreadExecutor();
        private final AtomicInteger thirds = new AtomicInteger();

        Iterator<Batch<Integer>> batchesUpToTheBlockedOne() throws InterruptedException {
            ScriptedListing listing = new ScriptedListing(asked -> {
                int number = numberOf(asked.cursor());
                if (number == 2 && thirds.incrementAndGet() == 1) {
                    hang();
                }
                return batch(number < 3 ? "c" + (number + 1) : null, number);
            });
            Iterator<Batch<Integer>> batches = listing.paged(worker).batches().iterator();
            batches.next();
            batches.next();
            begun.await();
            return batches;
        }

        private void hang() {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw new ConfluenceInterruptedException("the worker was interrupted");
            }
        }

        @Override
        public void close() {
            worker.shutdownNow();
        }
    }

    private static ScriptedListing failingOnce(String cursor, RuntimeException failure) {
        AtomicInteger failures = new AtomicInteger();
        return new ScriptedListing(asked -> {
            if (asked.cursor().equals(cursor) && failures.incrementAndGet() == 1) {
                throw failure;
            }
            int number = numberOf(asked.cursor());
            return batch("c" + (number + 1), number);
        });
    }
}
