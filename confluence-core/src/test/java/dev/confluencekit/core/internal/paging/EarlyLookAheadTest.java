package dev.confluencekit.core.internal.paging;

import static dev.confluencekit.core.internal.paging.ScriptedListing.batch;
import static dev.confluencekit.core.internal.paging.ScriptedListing.numberOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.error.PagingException;
import dev.confluencekit.core.paging.Batch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that tells where the listing goes on before it gives the rows. */
@Timeout(20)
class EarlyLookAheadTest {
    private final List<Runnable> handedOver = Collections.synchronizedList(new ArrayList<>());

    private static @Nullable String following(String cursor) {
        return "c" + (numberOf(cursor) + 1);
    }

    /** Five batches; the told cursor of the last one leads nowhere. */
    private Iterator<Batch<Integer>> batches(ScriptedListing service, UnaryOperator<@Nullable String> told) {
        return new CursorPaged<>(service.telling(told), "GET /things", 250, null, handedOver::add)
                .batches()
                .iterator();
    }

    @Test
    void firstBatch_startsNothingEarly() {
        batches(ScriptedListing.ofBatches(5), EarlyLookAheadTest::following).next();
        assertThat(handedOver).isEmpty();
    }

    @Test
    void secondBatch_startsTheThirdBeforeItsRowsAreThere() {
        List<Integer> startedWhenAsked = new ArrayList<>();
        ScriptedListing service = new ScriptedListing(asked -> {
            startedWhenAsked.add(handedOver.size());
            return batch(following(asked.cursor()), numberOf(asked.cursor()));
        });
        Iterator<Batch<Integer>> batches = batches(service, EarlyLookAheadTest::following);
        batches.next();
        batches.next();
        assertThat(startedWhenAsked).containsExactly(0, 1);
    }

    @Test
    void batchThatNobodyWaitsFor_startsNoFurtherOne() {
        Iterator<Batch<Integer>> batches = batches(ScriptedListing.ofBatches(5), EarlyLookAheadTest::following);
        batches.next();
        batches.next();
        handedOver.get(0).run();
        assertThat(handedOver).hasSize(1);
    }

    @Test
    void wholeListing_asksForEachBatchOnce() {
        ScriptedListing service = ScriptedListing.ofBatches(5);
        UnaryOperator<@Nullable String> told = cursor -> numberOf(cursor) < 4 ? following(cursor) : null;
        List<Integer> rows =
                new CursorPaged<>(service.telling(told), "GET /things", 250, null, Runnable::run).toList(100);
        assertThat(rows).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(service.cursors()).containsExactlyInAnyOrder("start", "c1", "c2", "c3", "c4");
    }

    @Test
    void toldCursorDiffersFromTheBatchs_theBatchsCounts() {
        ScriptedListing service = ScriptedListing.ofBatches(4);
        List<Integer> rows = new ArrayList<>();
        batches(service, cursor -> "c9").forEachRemaining(batch -> rows.addAll(batch.items()));
        assertThat(rows).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void batchIsTheLastAfterAll_endsTheListing() {
        ScriptedListing service = ScriptedListing.ofBatches(2);
        Iterator<Batch<Integer>> batches = batches(service, EarlyLookAheadTest::following);
        batches.next();
        batches.next();
        assertThat(batches.hasNext()).isFalse();
        handedOver.forEach(Runnable::run);
        assertThat(service.cursors()).as("what was started early was given up").containsExactly("start", "c1");
    }

    @Test
    void toldCursorCameBefore_isNotAskedForAgain() {
        ScriptedListing service = new ScriptedListing(asked -> batch("c1", 1));
        Iterator<Batch<Integer>> batches = batches(service, cursor -> "c1");
        batches.next();
        assertThatThrownBy(batches::next).isInstanceOf(PagingException.class);
        assertThat(handedOver).isEmpty();
    }

    @Test
    void batchFails_givesUpWhatItStarted() {
        AtomicInteger failures = new AtomicInteger();
        ScriptedListing service = new ScriptedListing(asked -> {
            if (asked.cursor().equals("c1") && failures.incrementAndGet() == 1) {
                throw new ConfluenceClosedException("closed");
            }
            return batch(following(asked.cursor()), numberOf(asked.cursor()));
        });
        Iterator<Batch<Integer>> batches = batches(service, EarlyLookAheadTest::following);
        batches.next();
        assertThatThrownBy(batches::next).isInstanceOf(ConfluenceClosedException.class);
        handedOver.forEach(Runnable::run);
        assertThat(service.cursors()).containsExactly("start", "c1");
        assertThat(batches.next().items()).containsExactly(1);
    }

    @Test
    void batchThatIsAwaitedLate_startsTheNextOneThen() {
        ScriptedListing service = ScriptedListing.ofBatches(5);
        Iterator<Batch<Integer>> batches = batches(service, EarlyLookAheadTest::following);
        batches.next();
        batches.next();
        assertThat(batches.next().items()).containsExactly(4, 5);
        assertThat(handedOver)
                .as("the third while the second was read, the fourth while the third was")
                .hasSize(2);
        assertThat(service.cursors()).containsExactly("start", "c1", "c2");
    }
}
