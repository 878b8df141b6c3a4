package dev.confluencekit.core.internal.paging;

import static dev.confluencekit.core.internal.paging.ScriptedListing.batch;
import static dev.confluencekit.core.internal.paging.ScriptedListing.numberOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.confluencekit.core.error.ApiAnswer;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FailedCall;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.RequestTooLargeException;
import dev.confluencekit.core.error.ResponseTooLargeException;
import dev.confluencekit.core.error.ServerErrorException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShrinkingBatchTest {
    private static final FailedCall CALL =
            new FailedCall("getPages", "GET", "/wiki/api/v2/pages", 1, Duration.ofSeconds(1), false);

    private static ApiAnswer answer(int status) {
        return new ApiAnswer(status, "", List.of(), null, null);
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                argumentSet("413", new RequestTooLargeException(CALL, answer(413))),
                argumentSet("414", new RequestTooLargeException(CALL, answer(414))),
                argumentSet("504", new ServerErrorException(CALL, answer(504))),
                argumentSet("byte limit", new ResponseTooLargeException(CALL, 200, 1_000)));
    }

    static Stream<Arguments> otherTrouble() {
        return Stream.of(
                argumentSet("400", new BadRequestException(CALL, answer(400))),
                argumentSet("431", new RequestTooLargeException(CALL, answer(431))),
                argumentSet("500", new ServerErrorException(CALL, answer(500))),
                argumentSet("503", new ServerErrorException(CALL, answer(503))),
                argumentSet("timeout", new ConfluenceTransportException(CALL, FaultKind.TIMEOUT, "timed out")));
    }

    /** Endless batches, of which none larger than {@code most} can be given. */
    private static ScriptedListing givingAtMost(int most, ConfluenceException refusal) {
        return new ScriptedListing(asked -> {
            if (asked.size() > most) {
                throw refusal;
            }
            int number = numberOf(asked.cursor());
            return batch("c" + (number + 1), number, -number);
        });
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void batch_tooMuchForTheService_isHalvedDownToOneRow(ConfluenceException refusal) {
        ScriptedListing service = givingAtMost(1, refusal);
        service.paged().first();
        assertThat(service.sizes()).containsExactly(250, 125, 62, 31, 15, 7, 3, 1);
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void batch_oneRowIsTooMuch_fails(ConfluenceException refusal) {
        ScriptedListing service = givingAtMost(0, refusal);
        assertThatThrownBy(() -> service.paged().first()).isSameAs(refusal);
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void listing_onceHalved_staysSmall(ConfluenceException refusal) {
        ScriptedListing service = givingAtMost(100, refusal);
        service.paged().toList(8);
        assertThat(service.sizes().subList(0, 6)).containsExactly(250, 125, 62, 62, 62, 62);
    }

    @ParameterizedTest
    @MethodSource("otherTrouble")
    void batch_failsForAnotherReason_isNotAskedForAgain(ConfluenceException failure) {
        ScriptedListing service = givingAtMost(1, failure);
        assertThatThrownBy(() -> service.paged().first()).isSameAs(failure);
        assertThat(service.asked).hasSize(1);
    }

    @Test
    void listing_readAnew_startsLargeAgain() {
        ScriptedListing service = givingAtMost(125, new ServerErrorException(CALL, answer(504)));
        CursorPaged<Integer> paged = service.paged();
        paged.first();
        paged.first();
        assertThat(service.sizes()).containsExactly(250, 125, 250, 125);
    }

    @Test
    void batch_halved_beginsAtTheSameCursor() {
        ScriptedListing service = new ScriptedListing(asked -> {
            if (asked.cursor().equals("c1") && asked.size() > 125) {
                throw new ServerErrorException(CALL, answer(504));
            }
            return batch(asked.cursor().equals("start") ? "c1" : null, 1);
        });
        service.paged().forEach(row -> {});
        assertThat(service.asked)
                .containsExactly(
                        new ScriptedListing.Asked("start", 250),
                        new ScriptedListing.Asked("c1", 250),
                        new ScriptedListing.Asked("c1", 125));
    }

    @Test
    void batch_halvedWhenFetchedAhead_keepsTheListingSmall() {
        ScriptedListing service = new ScriptedListing(asked -> {
            int number = numberOf(asked.cursor());
            if (number == 2 && asked.size() > 125) {
                throw new ServerErrorException(CALL, answer(504));
            }
            return batch(number < 4 ? "c" + (number + 1) : null, number);
        });
        service.paged().forEach(row -> {});
        assertThat(service.sizes()).containsExactly(250, 250, 250, 125, 125, 125);
    }

    @Test
    void batch_failsForGoodAfterHalving_isAskedForAgainAtTheSmallSize() {
        ScriptedListing service = new ScriptedListing(asked -> {
            throw new ServerErrorException(CALL, answer(asked.size() > 125 ? 504 : 503));
        });
        var batches = service.paged().batches().iterator();
        assertThatThrownBy(batches::next).isInstanceOf(ServerErrorException.class);
        assertThatThrownBy(batches::next).isInstanceOf(ServerErrorException.class);
        assertThat(service.sizes()).containsExactly(250, 125, 125);
    }
}
