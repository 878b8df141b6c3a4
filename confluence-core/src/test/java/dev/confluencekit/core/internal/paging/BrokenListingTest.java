package dev.confluencekit.core.internal.paging;

import static dev.confluencekit.core.internal.paging.ScriptedListing.batch;
import static dev.confluencekit.core.internal.paging.ScriptedListing.numberOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.confluencekit.core.error.PagingException;
import dev.confluencekit.core.error.PagingException.Reason;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class BrokenListingTest {
    /** Batches 0, 1, 2, … whose cursors come back after {@code length} of them. */
    private static ScriptedListing circle(int length) {
        return new ScriptedListing(asked -> {
            int number = numberOf(asked.cursor());
            return batch("c" + (number % length + 1), number);
        });
    }

    /** So many empty batches in a row, then a last one with a row. */
    private static ScriptedListing emptyThenOne(int empty) {
        return new ScriptedListing(asked -> {
            int number = numberOf(asked.cursor());
            return number < empty ? batch("c" + (number + 1)) : batch(null, 42);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void listing_cursorsGoInACircle_isTyped(int length) {
        assertThatExceptionOfType(PagingException.class)
                .isThrownBy(() -> circle(length).paged().forEach(row -> {}))
                .extracting(PagingException::reason)
                .isEqualTo(Reason.REPEATED_CURSOR);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void listing_cursorsGoInACircle_endsWithinOneRound(int length) {
        ScriptedListing service = circle(length);
        assertThatExceptionOfType(PagingException.class)
                .isThrownBy(() -> service.paged().forEach(row -> {}));
        assertThat(service.asked).hasSizeLessThanOrEqualTo(length + 1);
    }

    @Test
    void listing_resumedBatchLeadsToItself_isTyped() {
        ScriptedListing service = new ScriptedListing(asked -> batch("stored", 1));
        assertThatExceptionOfType(PagingException.class)
                .isThrownBy(() ->
                        new CursorPaged<>(service, "GET /things", 250, Cursor.of("stored"), Runnable::run).first())
                .extracting(PagingException::reason)
                .isEqualTo(Reason.REPEATED_CURSOR);
    }

    @Test
    void listing_inACircle_neverLooksFinished() {
        Iterator<Batch<Integer>> batches = circle(1).paged().batches().iterator();
        batches.next();
        Throwable first = catchThrowable(batches::next);
        assertThat(batches.hasNext()).isTrue();
        assertThat(catchThrowable(batches::next)).isSameAs(first);
    }

    @Test
    void listing_inACircle_asksNoMoreOnceItIsKnown() {
        ScriptedListing service = circle(1);
        Iterator<Batch<Integer>> batches = service.paged().batches().iterator();
        batches.next();
        assertThatExceptionOfType(PagingException.class).isThrownBy(batches::next);
        assertThatExceptionOfType(PagingException.class).isThrownBy(batches::next);
        assertThat(service.asked).hasSize(2);
    }

    @Test
    void listing_oneEmptyBatchWithMoreToCome_isFollowed() {
        assertThat(emptyThenOne(1).paged()).containsExactly(42);
    }

    @Test
    void listing_nineEmptyBatchesInARow_isFollowed() {
        assertThat(emptyThenOne(9).paged()).containsExactly(42);
    }

    @Test
    void listing_tenEmptyBatchesInARow_isTyped() {
        assertThatExceptionOfType(PagingException.class)
                .isThrownBy(() -> emptyThenOne(10).paged().forEach(row -> {}))
                .extracting(PagingException::reason)
                .isEqualTo(Reason.ENDLESS_EMPTY_BATCHES);
    }

    @Test
    void listing_manyEmptyBatchesButNotInARow_isFollowed() {
        ScriptedListing service = new ScriptedListing(asked -> {
            int number = numberOf(asked.cursor());
            String next = number < 59 ? "c" + (number + 1) : null;
            return number % 6 == 5 ? batch(next, number) : batch(next);
        });
        assertThat(service.paged()).hasSize(10);
    }

    @Test
    void listing_lastBatchIsTheTenthEmptyOne_endsWell() {
        ScriptedListing service = new ScriptedListing(asked -> {
            int number = numberOf(asked.cursor());
            return batch(number < 9 ? "c" + (number + 1) : null);
        });
        assertThat(service.paged()).isEmpty();
    }
}
