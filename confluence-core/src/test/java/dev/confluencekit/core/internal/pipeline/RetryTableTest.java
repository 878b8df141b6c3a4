package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.testing.ScriptedTransport;
import dev.confluencekit.core.transport.TransportFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent again, how often, and after how long. */
@Timeout(20)
class RetryTableTest {
    /** After a 403 the second request asks, without the key, whether there is a gateway to try. */
    private static final String TABLE = """
            outcome                | GET | SAFE_POST | PUT | DELETE | POST
            CONNECTION_REFUSED     |  4  |     4     |  4  |   4    |  4
            UNKNOWN_HOST           |  4  |     4     |  4  |   4    |  4
            CONNECT_TIMEOUT        |  4  |     4     |  4  |   4    |  4
            HANDSHAKE_LOST         |  4  |     4     |  4  |   4    |  4
            TLS                    |  1  |     1     |  1  |   1    |  1
            PROXY_REFUSED          |  1  |     1     |  1  |   1    |  1
            PROTOCOL               |  1  |     1     |  1  |   1    |  1
            TOO_LARGE              |  1  |     1     |  1  |   1    |  1
            TIMEOUT                |  4  |     4     |  1  |   1    |  1
            CONNECTION_LOST        |  4  |     4     |  1  |   1    |  1
            INCOMPLETE_BODY        |  4  |     4     |  1  |   1    |  1
            200 cut JSON           |  4  |     4     |  1  |   1    |  1
            200 broken JSON        |  4  |     4     |  1  |   1    |  1
            200 null               |  1  |     1     |  1  |   1    |  1
            200 HTML               |  1  |     1     |  1  |   1    |  1
            302                    |  1  |     1     |  1  |   1    |  1
            304                    |  1  |     1     |  1  |   1    |  1
            400                    |  1  |     1     |  1  |   1    |  1
            403                    |  2  |     2     |  2  |   2    |  2
            403 with Retry-After   |  4  |     4     |  4  |   4    |  4
            403 from the edge      |  4  |     4     |  1  |   1    |  1
            404                    |  1  |     1     |  1  |   1    |  1
            404 from the edge      |  4  |     4     |  1  |   1    |  1
            408                    |  4  |     4     |  4  |   4    |  1
            409                    |  1  |     1     |  1  |   1    |  1
            410                    |  1  |     1     |  1  |   1    |  1
            412                    |  1  |     1     |  1  |   1    |  1
            413                    |  1  |     1     |  1  |   1    |  1
            425                    |  4  |     4     |  4  |   4    |  4
            429                    |  4  |     4     |  4  |   4    |  4
            500                    |  4  |     4     |  1  |   1    |  1
            501                    |  1  |     1     |  1  |   1    |  1
            502                    |  4  |     4     |  1  |   1    |  1
            503                    |  4  |     4     |  1  |   1    |  1
            504                    |  4  |     4     |  1  |   1    |  1
            505                    |  1  |     1     |  1  |   1    |  1
            511                    |  1  |     1     |  1  |   1    |  1
            """;

    private final ManualTime time = new ManualTime();
    private final ConfluenceRuntime runtime = builder(0.5).build();

    private ConfluenceRuntime.Builder builder(double random) {
        return ConfluenceRuntime.builder().time(time).random(new FixedRandom(random));
    }

    @AfterEach
    void close() {
        runtime.close();
    }

    static Stream<Arguments> table() {
        List<List<String>> rows = TABLE.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
        List<String> methods = rows.get(0);
        return rows.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(1, row.size())
                        .mapToObj(i -> Arguments.of(row.get(0), methods.get(i), Integer.parseInt(row.get(i)))));
    }

    @ParameterizedTest(name = "{0}, {1}: {2} requests")
    @MethodSource("table")
    void an_outcome_that_lasts_costs_as_many_requests_as_the_table_says(String outcome, String method, int requests) {
        assertThat(requestsOf(outcome, Calls.of(method))).isEqualTo(requests);
    }

    private int requestsOf(String outcome, ApiRequest request) {
        if (Character.isDigit(outcome.charAt(0))) {
            try (RawServer server = RawServer.answering(reply(outcome))) {
                Failures.of(() -> Calls.connect(runtime, server).fetch(request, Object.class));
                return server.requests().size();
            }
        }
        ScriptedTransport transport = ScriptedTransport.failing(FaultKind.valueOf(outcome));
        try (ConfluenceRuntime scripted = builder(0.5).transport(transport).build()) {
            Failures.of(() -> Calls.connect(scripted, "acme").fetch(request, Object.class));
        }
        return transport.requests().size();
    }

    private static Reply reply(String outcome) {
        Reply plain = Reply.status(Integer.parseInt(outcome.substring(0, 3)));
        return switch (outcome.substring(3).strip()) {
            case "" -> plain;
            case "cut JSON" -> plain.json("{\"id\":\"4");
            case "broken JSON" -> plain.json("{\"id\":}");
            case "null" -> plain.json("null");
            case "HTML" -> plain.body("text/html", "<html>");
            case "with Retry-After" -> plain.header("Retry-After", "1");
            case "from the edge" -> plain.header("X-Cache", "Error from cloudfront");
            default -> throw new IllegalArgumentException(outcome);
        };
    }

    @Test
    void a_batch_that_can_be_halved_is_not_repeated_after_a_504() {
        ApiRequest batch =
                ApiRequest.get("getPages", "/wiki/api/v2/pages").build().batch(null, 250);
        assertThat(requestsOf("504", batch)).isEqualTo(1);
    }

    @Test
    void a_call_without_retry_is_sent_once() {
        try (RawServer server = RawServer.answering(Reply.status(503))) {
            ConfluenceConnection once =
                    Calls.connect(runtime, server).with(CallOptions.defaults().withoutRetry());
            Failures.of(() -> once.fetch(Calls.GET, Object.class));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_passing_fault_is_not_seen_by_the_caller() {
        try (RawServer server =
                RawServer.answering(Reply.status(502), Reply.status(503), Reply.status(504), Reply.ok("{\"id\":1}"))) {
            assertThat(Calls.connect(runtime, server).fetch(Calls.GET, Object.class))
                    .hasToString("{id=1}");
        }
    }

    @Test
    void a_fault_that_lasts_ends_with_the_last_failure_and_keeps_the_earlier_ones() {
        try (RawServer server = RawServer.answering(Reply.status(502), Reply.status(503), Reply.status(504))) {
            Throwable failure = Failures.of(() -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
            assertThat(failure).hasMessageContaining("→ 504").hasMessageContaining("4 attempts");
            assertThat(failure.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("→ 502"),
                            second -> assertThat(second).contains("→ 503"),
                            third -> assertThat(third).contains("→ 504"));
        }
    }

    @Test
    void a_writing_call_whose_first_attempt_is_in_doubt_stays_in_doubt() {
        TransportFault refused = new TransportFault(FaultKind.CONNECTION_REFUSED, "nobody listens any more", "", 0);
        Reply[] first = {Reply.status(408)};
        ScriptedTransport transport = ScriptedTransport.playing(request -> {
            Reply reply = first[0];
            first[0] = null;
            if (reply == null) {
                throw refused;
            }
            return reply;
        });
        try (ConfluenceRuntime scripted = builder(0.5).transport(transport).build()) {
            ConfluenceTransportException failure = Failures.of(
                    ConfluenceTransportException.class,
                    () -> Calls.connect(scripted, "acme").fetch(Calls.of("PUT"), Object.class));
            assertThat(failure.call().outcomeUnknown()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0, 0, 0", "0.5, 100, 200, 400", "1.0, 200, 400, 800"})
    void waits_for_a_passing_fault_double_under_full_jitter(double random, long first, long second, long third) {
        assertThat(waits(Reply.status(503), random)).containsExactly(first, second, third);
    }

    @ParameterizedTest
    @CsvSource({"0.0, 2000, 4000, 8000", "0.5, 2300, 4600, 9200", "1.0, 2600, 5200, 10400"})
    void waits_for_a_throttled_call_double_and_are_never_shorter(double random, long first, long second, long third) {
        assertThat(waits(Reply.status(429), random)).containsExactly(first, second, third);
    }

    @Test
    void a_named_time_to_wait_is_never_cut_short_by_jitter() {
        assertThat(waits(Reply.status(429).header("Retry-After", "10"), 0.5))
                .containsExactly(11_500L, 11_500L, 11_500L);
    }

    @Test
    void a_503_waits_as_long_as_it_names() {
        assertThat(waits(Reply.status(503).header("Retry-After", "7"), 0.5)).containsExactly(7_000L, 7_000L, 7_000L);
    }

    private List<Long> waits(Reply lasting, double random) {
        try (RawServer server = RawServer.answering(lasting);
                ConfluenceRuntime other = builder(random).build()) {
            Failures.of(() -> Calls.connect(other, server).fetch(Calls.GET, Object.class));
        }
        return time.waits().stream().map(Duration::toMillis).toList();
    }

    @Test
    void a_wait_that_would_cross_the_deadline_fails_at_once() {
        try (RawServer server = RawServer.answering(Reply.status(429).header("Retry-After", "90"))) {
            Failures.of(
                    RateLimitedException.class,
                    () -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
            assertThat(time.waits()).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_wait_that_would_cross_the_deadline_says_when_to_come_back() {
        try (RawServer server = RawServer.answering(Reply.status(429).header("Retry-After", "100"))) {
            RateLimitedException failure = Failures.of(
                    RateLimitedException.class,
                    () -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
            assertThat(failure.retryAt()).contains(ManualTime.START.plusSeconds(115));
        }
    }

    @Test
    void a_call_of_its_own_shorter_time_gives_up_earlier() {
        try (RawServer server = RawServer.answering(Reply.status(429).header("Retry-After", "5"))) {
            ConfluenceConnection hurried =
                    Calls.connect(runtime, server).with(CallOptions.defaults().timeout(Duration.ofSeconds(5)));
            Failures.of(RateLimitedException.class, () -> hurried.fetch(Calls.GET, Object.class));
            assertThat(time.waits()).isEmpty();
        }
    }
}
