package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the time to wait is read from an answer. The local clock says 2026-11-24T12:00:00Z, the base wait is 2 s. */
@Timeout(20)
class RetryAfterTest {
    private static final Reply THROTTLED = Reply.status(429);
    private static final String SKEWED = "Wed, 25 Nov 2026 12:00:00 GMT";
    private static final long BASE = 2;

    private final ManualTime time = new ManualTime();
    private final ConfluenceRuntime runtime = ConfluenceRuntime.builder()
            .time(time)
            .random(new FixedRandom(0))
            .callTimeout(Duration.ofDays(400))
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("seconds", after("5"), 5),
                Arguments.of("many seconds", after("86400"), 86_400),
                Arguments.of("leading zeros", after("0005"), 5),
                Arguments.of("zero is the base wait", after("0"), BASE),
                Arguments.of("less than the base wait", after("1"), BASE),
                Arguments.of("date by the local clock", after("Tue, 24 Nov 2026 12:00:10 GMT"), 10),
                Arguments.of(
                        "date by the answer's clock",
                        after("Wed, 25 Nov 2026 12:00:10 GMT").header("Date", SKEWED),
                        10),
                Arguments.of("date in the past", after("Tue, 24 Nov 2026 11:00:00 GMT"), BASE),
                Arguments.of(
                        "past by the answer's clock",
                        after("Tue, 24 Nov 2026 12:00:10 GMT").header("Date", SKEWED),
                        BASE),
                Arguments.of("missing", THROTTLED, BASE),
                Arguments.of("several, the last is the largest", after("3").header("Retry-After", "7"), 7),
                Arguments.of("several, the first is the largest", after("7").header("Retry-After", "3"), 7),
                Arguments.of("several, one unreadable", after("soon").header("Retry-After", "7"), 7),
                Arguments.of("reset with seconds", reset("2026-11-24T12:00:30Z"), 30),
                Arguments.of("reset without seconds", reset("2026-11-24T12:01Z"), 60),
                Arguments.of("reset in another zone", reset("2026-11-24T13:00:30+01:00"), 30),
                Arguments.of(
                        "reset by the answer's clock",
                        reset("2026-11-25T12:00:30Z").header("Date", SKEWED),
                        30),
                Arguments.of("reset in the past", reset("2026-11-24T11:00Z"), BASE),
                Arguments.of("reset unreadable", reset("1795521600"), BASE),
                Arguments.of(
                        "reset is only the second source",
                        reset("2026-11-24T12:01Z").header("Retry-After", "5"),
                        5),
                Arguments.of(
                        "reset where Retry-After is unreadable",
                        reset("2026-11-24T12:01Z").header("Retry-After", "-1"),
                        60));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void a_throttled_call_waits_as_long_as_the_answer_says(String name, Reply throttled, long seconds) {
        assertThat(firstWait(throttled)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "-0",
                "+5",
                "1.5",
                "5, 10",
                "5 10",
                "5s",
                "PT5S",
                "1e3",
                "0x5",
                "five",
                "NaN",
                "٥",
                "５",
                "2026-11-24T12:00:10Z",
                "Tue, 24 Nov 2026",
                "Mon, 24 Nov 2026 12:00:10 GMT",
                "Tue, 32 Nov 2026 12:00:10 GMT"
            })
    void what_is_neither_seconds_nor_a_date_counts_as_missing(String value) {
        assertThat(firstWait(after(value))).isEqualTo(Duration.ofSeconds(BASE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000000000",
                "9223372036854775807",
                "9223372036854775808",
                "999999999999999999999999999999",
                "99999999999999999999999999999999999999999999999999999999999999999999999999999999999999999",
                "Fri, 31 Dec 9999 23:59:59 GMT"
            })
    void an_absurd_time_fails_at_once_and_names_a_far_instant(String value) {
        try (RawServer server = RawServer.answering(after(value))) {
            RateLimitedException failure = Failures.of(
                    RateLimitedException.class,
                    () -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
            assertThat(failure.retryAt())
                    .hasValueSatisfying(at -> assertThat(at).isAfter(ManualTime.START.plus(400, ChronoUnit.DAYS)));
        }
    }

    /** Not over HTTP, where headers arrive in Latin-1, but other transports may decode them otherwise. */
    @Test
    void digits_of_other_scripts_count_as_missing() {
        HttpHeaders arabic = HttpHeaders.of(Map.of("Retry-After", List.of("\u0665")), (name, value) -> true);
        assertThat(RetryAfter.of(arabic, ManualTime.START)).isEmpty();
    }

    private Duration firstWait(Reply throttled) {
        try (RawServer server = RawServer.answering(throttled, Reply.ok("{}"))) {
            Calls.connect(runtime, server).fetch(Calls.GET, Object.class);
        }
        return time.waits().get(0);
    }

    private static Reply after(String value) {
        return THROTTLED.header("Retry-After", value);
    }

    private static Reply reset(String value) {
        return THROTTLED.header("X-RateLimit-Reset", value);
    }
}
