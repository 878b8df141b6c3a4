package dev.confluencekit.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.error.PagingException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was tried, what came back, what to do. */
class ErrorMessagesTest {
    private static FailedCall call(int attempts, boolean outcomeUnknown) {
        return new FailedCall(
                "getPageById", "GET", "/wiki/api/v2/pages/42", attempts, Duration.ofMillis(1_250), outcomeUnknown);
    }

    private static ApiAnswer answer(int status, String message, @Nullable String requestId, @Nullable Instant retryAt) {
        return new ApiAnswer(status, message, List.of(), requestId, retryAt);
    }

    @Test
    void apiException_refusedCall_saysWhatWasTriedWhatCameBackAndWhatToDo() {
        assertThat(new NotFoundException(call(1, false), answer(404, "Not Found", "req-1", null)))
                .hasMessage("GET /wiki/api/v2/pages/42 → 404 Not Found (1 attempt, 1.3 s, request req-1)."
                        + " It does not exist or this account may not see it.");
    }

    @Test
    void apiException_serviceSaidNothing_saysSo() {
        assertThat(new ServerErrorException(call(3, false), answer(503, "", null, null)))
                .hasMessage("GET /wiki/api/v2/pages/42 → 503 (no message) (3 attempts, 1.3 s)."
                        + " This is on Atlassian's side; try again later.");
    }

    @Test
    void apiException_timeToComeBack_namesIt() {
        Instant then = Instant.parse("2026-11-24T10:00:00Z");
        assertThat(new RateLimitedException(call(2, false), answer(429, "Too many", null, then)))
                .hasMessageContaining("Try again after 2026-11-24T10:00:00Z.");
    }

    @Test
    void apiException_nothingSent_doesNotSpeakOfAnAnswer() {
        assertThat(new RateLimitedException(call(0, false), answer(429, "paused", null, null)))
                .hasMessageStartingWith("GET /wiki/api/v2/pages/42 was not sent: paused (0 attempts, 1.3 s).");
    }

    @Test
    void apiException_writeThatMayHaveHappened_warns() {
        assertThat(new ServerErrorException(call(1, true), answer(500, "Oops", null, null)))
                .hasMessageContaining("it may have taken effect, so look before sending it again");
    }

    @Test
    void apiException_itsAccessors_giveTheParts() {
        Instant then = Instant.parse("2026-11-24T10:00:00Z");
        ApiError entry = new ApiError(404, "NOT_FOUND", "Not Found", null);
        FailedCall call = call(1, false);
        assertThat(new NotFoundException(call, new ApiAnswer(404, "Not Found", List.of(entry), "req-1", then)))
                .returns(call, ConfluenceApiException::call)
                .returns(404, ConfluenceApiException::status)
                .returns("Not Found", ConfluenceApiException::serviceMessage)
                .returns(List.of(entry), ConfluenceApiException::errors)
                .returns("req-1", e -> e.requestId().orElse("none"))
                .returns(then, e -> e.retryAt().orElse(Instant.MIN));
    }

    @Test
    void transportException_sentCall_saysWhatWasTriedWhatHappenedAndWhatToDo() {
        assertThat(new ConfluenceTransportException(call(2, false), FaultKind.TIMEOUT, "no answer within 30 s"))
                .hasMessage("GET /wiki/api/v2/pages/42 got no usable answer: no answer within 30 s (2 attempts, 1.3 s)."
                        + " The service or the network is slow; try again later or raise the time limit.");
    }

    @Test
    void transportException_nothingSent_saysSo() {
        assertThat(new ConfluenceTransportException(call(0, false), FaultKind.NOT_SENT_IN_TIME, "no place became free"))
                .hasMessageStartingWith("GET /wiki/api/v2/pages/42 was not sent: no place became free (0 attempts");
    }

    @ParameterizedTest
    @EnumSource
    void transportException_everyKind_advises(FaultKind kind) {
        assertThat(new ConfluenceTransportException(call(1, false), kind, "detail"))
                .hasMessageEndingWith(kind.advice())
                .returns(kind, ConfluenceTransportException::kind);
    }

    @Test
    void protocolException_answerThatMakesNoSense_saysWhatWasWrong() {
        assertThat(new ConfluenceProtocolException(call(1, false), 200, "the answer is no JSON"))
                .hasMessage("GET /wiki/api/v2/pages/42 → 200, but the answer is no JSON (1 attempt, 1.3 s).");
    }

    @Test
    void responseTooLarge_anyAnswer_namesTheLimitAndWhatToDo() {
        assertThat(new ResponseTooLargeException(call(1, false), 200, 1_000))
                .hasMessageContaining("longer than the limit of 1000 bytes; ask for less at a time or raise the limit")
                .returns(1_000L, ResponseTooLargeException::limit);
    }

    @ParameterizedTest
    @EnumSource
    void pagingException_everyReason_saysWhatWasTriedWhatCameBackAndWhatToDo(Reason reason) {
        assertThat(new PagingException("GET /wiki/api/v2/pages", reason, "the links make no sense"))
                .hasMessageMatching("GET /wiki/api/v2/pages cannot be followed to its end: the links make no sense\\. "
                        + "(Start|Check) .*\\.")
                .returns(reason, PagingException::reason);
    }

    @Test
    void invalidArgument_anyProblem_namesTheParameterFirst() {
        assertThat(new InvalidArgumentException("domain", "is missing"))
                .hasMessage("domain: is missing")
                .returns("domain", InvalidArgumentException::parameter);
    }

    @Test
    void message_inACountryWithDecimalCommas_isTheSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new GoneException(call(1, false), answer(410, "Gone", null, null)))
                    .hasMessageContaining("1.3 s");
        } finally {
            Locale.setDefault(before);
        }
    }
}
