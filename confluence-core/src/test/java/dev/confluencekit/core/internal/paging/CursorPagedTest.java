package dev.confluencekit.core.internal.paging;

import static dev.confluencekit.core.internal.paging.ScriptedListing.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorPagedTest {
    private final ScriptedListing service = ScriptedListing.ofBatches(4);

    @Test
    void paged_onlyPrepared_asksNothing() {
        CursorPaged<Integer> paged = service.paged();
        assertThat(List.of(paged.batches().iterator(), paged.iterator(), paged.stream()))
                .hasSize(3);
        assertThat(service.asked).isEmpty();
    }

    @Test
    void hasNext_ofBatches_asksNothing() {
        assertThat(service.paged().batches().iterator().hasNext()).isTrue();
        assertThat(service.asked).isEmpty();
    }

    @Test
    void iterator_readToItsEnd_givesEveryRowInOrder() {
        assertThat(service.paged()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void iterator_readToItsEnd_asksEachBatchOnce() {
        service.paged().forEach(row -> {});
        assertThat(service.cursors()).containsExactly("start", "c1", "c2", "c3");
    }

    @Test
    void stream_readToItsEnd_givesEveryRowInOrder() {
        assertThat(service.paged().stream()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void batches_readToTheirEnd_giveEachResponse() {
        assertThat(service.paged().batches())
                .extracting(Batch::items)
                .containsExactly(List.of(0, 1), List.of(2, 3), List.of(4, 5), List.of(6, 7));
    }

    @Test
    void first_anyListing_costsOneRequest() {
        assertThat(service.paged().first().items()).containsExactly(0, 1);
        assertThat(service.cursors()).containsExactly("start");
    }

    @Test
    void findFirst_anyListing_costsOneRequest() {
        assertThat(service.paged().findFirst()).contains(0);
        assertThat(service.cursors()).containsExactly("start");
    }

    @Test
    void findFirst_emptyListing_isEmpty() {
        assertThat(new ScriptedListing(asked -> batch(null)).paged().findFirst())
                .isEmpty();
    }

    @Test
    void findFirst_firstBatchEmptyWithMoreToCome_readsOn() {
        ScriptedListing filtered =
                new ScriptedListing(asked -> asked.cursor().equals("start") ? batch("c1") : batch(null, 7));
        assertThat(filtered.paged().findFirst()).contains(7);
    }

    @Test
    void toList_fewerRowsThanAsked_givesAll() {
        assertThat(service.paged().toList(100)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void toList_maximumInsideABatch_stopsThere() {
        assertThat(service.paged().toList(3)).containsExactly(0, 1, 2);
    }

    @Test
    void toList_maximumAtTheEndOfTheFirstBatch_asksForNoMore() {
        service.paged().toList(2);
        assertThat(service.cursors()).containsExactly("start");
    }

    @Test
    void toList_ofNothing_asksNothing() {
        assertThat(service.paged().toList(0)).isEmpty();
        assertThat(service.asked).isEmpty();
    }

    @Test
    void toList_negativeMaximum_isRefused() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> service.paged().toList(-1))
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("max");
    }

    @Test
    void next_pastTheEnd_isNoSuchElement() {
        Iterator<Batch<Integer>> batches =
                ScriptedListing.ofBatches(1).paged().batches().iterator();
        batches.next();
        assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void nextRow_pastTheEnd_isNoSuchElement() {
        Iterator<Integer> rows =
                new ScriptedListing(asked -> batch(null)).paged().iterator();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void paged_withAStart_beginsAtThatCursor() {
        CursorPaged<Integer> resumed = new CursorPaged<>(service, "GET /things", 250, Cursor.of("c2"), Runnable::run);
        assertThat(resumed).containsExactly(4, 5, 6, 7);
        assertThat(service.cursors()).containsExactly("c2", "c3");
    }

    @Test
    void batches_storedCursorOfEach_resumesRightBehindIt() {
        for (Batch<Integer> batch : service.paged().batches()) {
            batch.next().ifPresent(cursor -> {
                List<Integer> rest = new ArrayList<>();
                new CursorPaged<>(service, "GET /things", 250, cursor, Runnable::run).forEach(rest::add);
                assertThat(rest).startsWith(batch.items().get(1) + 1).endsWith(7);
            });
        }
    }

    @Test
    void iterators_readInTurns_doNotDisturbEachOther() {
        CursorPaged<Integer> paged = service.paged();
        Iterator<Integer> one = paged.iterator();
        Iterator<Integer> other = paged.iterator();
        List<Integer> ones = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        while (one.hasNext()) {
            ones.add(one.next());
            others.add(other.next());
        }
        assertThat(ones).containsExactly(0, 1, 2, 3, 4, 5, 6, 7).isEqualTo(others);
    }

    @Test
    void iterator_rowThatComesTwice_isGivenTwice() {
        ScriptedListing moving =
                new ScriptedListing(asked -> asked.cursor().equals("start") ? batch("c1", 1, 2) : batch(null, 2, 3));
        assertThat(moving.paged()).containsExactly(1, 2, 2, 3);
    }

    @Test
    void batches_failedOne_canBeAskedForAgain() {
        AtomicInteger requests = new AtomicInteger();
        ScriptedListing flaky = new ScriptedListing(asked -> {
            if (requests.incrementAndGet() == 2) {
                throw new ConfluenceInterruptedException("request 2 failed");
            }
            return batch(asked.cursor().equals("start") ? "c1" : null, requests.get());
        });
        Iterator<Batch<Integer>> batches = flaky.paged().batches().iterator();
        batches.next();
        assertThatThrownBy(batches::next).hasMessage("request 2 failed");
        assertThat(batches.hasNext()).isTrue();
        assertThat(batches.next().items()).containsExactly(3);
        assertThat(flaky.cursors()).containsExactly("start", "c1", "c1");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 251})
    void paged_batchSizeOutOfRange_isRefused(int size) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> new CursorPaged<>(service, "GET /things", size, null, Runnable::run))
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("batchSize");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25, 250})
    void paged_batchSize_isWhatEachRequestAsksFor(int size) {
        new CursorPaged<>(service, "GET /things", size, null, Runnable::run).forEach(row -> {});
        assertThat(service.sizes()).containsOnly(size).hasSize(4);
    }

    @Test
    void toString_saysWhatIsListed() {
        assertThat(service.paged()).hasToString("GET /things in batches of 250");
    }
}
