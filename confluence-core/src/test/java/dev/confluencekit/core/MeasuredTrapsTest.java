package dev.confluencekit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.error.ServerErrorException;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.testing.Background;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.testing.StandingTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Authenticator;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The traps of the JDK's HTTP client and of the retry library that were found by measurement, each with its guard. */
@Timeout(20)
class MeasuredTrapsTest {
    private static final String PAGE = "{\"id\":\"42\"}";

    private final ManualTime time = new ManualTime();
    private final ConfluenceRuntime runtime = ConfluenceRuntime.builder()
            .time(time)
            .random(new FixedRandom(0.5))
            .maxResponseBytes(1_000_000)
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    private Object get(RawServer server) {
        return Calls.connect(runtime, server).fetch(Calls.GET, Object.class);
    }

    private Object post(RawServer server) {
        return Calls.connect(runtime, server).fetch(Calls.POST, Object.class);
    }

    @Nested
    class T1RedirectsTakeTheKeyAlong {
        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void a_redirect_to_a_foreign_host_is_a_protocol_failure(int status) {
            try (RawServer foreign = RawServer.answering(Reply.ok(PAGE));
                    RawServer site = redirecting(status, foreign)) {
                assertThatThrownBy(() -> get(site))
                        .isInstanceOf(ConfluenceProtocolException.class)
                        .hasMessageContaining("→ " + status)
                        .hasMessageContaining("127.0.0.1");
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void the_foreign_host_sees_nothing_at_all(int status) {
            try (RawServer foreign = RawServer.answering(Reply.ok(PAGE));
                    RawServer site = redirecting(status, foreign)) {
                Failures.of(() -> get(site));
                Failures.of(() -> post(site));
                assertThat(foreign.connections()).isZero();
            }
        }

        private static RawServer redirecting(int status, RawServer target) {
            return RawServer.answering(Reply.status(status).header("Location", target.address() + "/wiki/x"));
        }

        @ParameterizedTest
        @EnumSource(
                value = Redirect.class,
                names = {"NORMAL", "ALWAYS"})
        void a_hosts_client_that_follows_redirects_is_refused(Redirect policy) {
            assertRefused(HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(1))
                    .followRedirects(policy));
        }

        @Test
        void a_hosts_client_with_an_authenticator_is_refused() {
            assertRefused(HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(1))
                    .authenticator(new Authenticator() {}));
        }

        @Test
        void a_hosts_client_without_a_connect_timeout_is_refused() {
            assertRefused(HttpClient.newBuilder());
        }

        private static void assertRefused(HttpClient.Builder client) {
            ConfluenceRuntime.Builder builder = ConfluenceRuntime.builder().httpClient(client.build());
            assertThatThrownBy(builder::build)
                    .isInstanceOfSatisfying(
                            InvalidArgumentException.class,
                            e -> assertThat(e.parameter()).isEqualTo("httpClient"));
        }
    }

    @Nested
    class T2TheJdksTimeoutEndsAtTheHeaders {
        private final ConfluenceRuntime hasty = ConfluenceRuntime.builder()
                .attemptTimeout(Duration.ofMillis(500))
                .build();

        @AfterEach
        void close() {
            hasty.close();
        }

        private Throwable cut(RawServer server) {
            ConfluenceConnection once =
                    Calls.connect(hasty, server).with(CallOptions.defaults().withoutRetry());
            return Failures.of(() -> once.fetch(Calls.GET, Object.class));
        }

        @Test
        void a_body_that_dribbles_for_ever_is_cut_at_the_attempts_time_limit() {
            try (RawServer server = dribbling()) {
                assertThat(cut(server))
                        .isInstanceOfSatisfying(
                                ConfluenceTransportException.class,
                                e -> assertThat(e.kind()).isEqualTo(FaultKind.TIMEOUT));
            }
        }

        @Test
        void t3_the_slow_servers_next_writes_fail_soon_after_the_cut() throws InterruptedException {
            try (RawServer server = dribbling()) {
                cut(server);
                assertThat(server.awaitHangUp()).isTrue();
            }
        }

        @Test
        void an_answer_that_never_begins_is_cut_too() {
            try (RawServer server = RawServer.playing(peer -> {
                peer.readRequest();
                peer.awaitEnd();
            })) {
                assertThat(cut(server))
                        .isInstanceOfSatisfying(
                                ConfluenceTransportException.class,
                                e -> assertThat(e.kind()).isEqualTo(FaultKind.TIMEOUT));
            }
        }

        private static RawServer dribbling() {
            return RawServer.playing(peer -> {
                peer.readRequest();
                peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n");
                peer.sendForEver(" ", Duration.ofMillis(10));
            });
        }
    }

    @Nested
    class T4TheJdkSendsALostGetASecondTime {
        @Test
        void a_call_whose_connections_are_closed_costs_the_budget_and_no_more() {
            try (RawServer server = RawServer.playing(RawServer.Peer::readRequest)) {
                Failures.of(() -> get(server));
                assertThat(server.requests()).hasSize(4);
            }
        }

        @Test
        void a_call_whose_connections_are_reset_costs_the_budget_and_no_more() {
            try (RawServer server = RawServer.playing(peer -> {
                peer.readRequest();
                peer.reset();
            })) {
                Failures.of(() -> get(server));
                assertThat(server.requests()).hasSize(4);
            }
        }

        @Test
        void a_single_attempt_is_a_single_request() {
            try (RawServer server = RawServer.playing(RawServer.Peer::readRequest)) {
                Failures.of(() -> Calls.connect(runtime, server)
                        .with(CallOptions.defaults().withoutRetry())
                        .fetch(Calls.GET, Object.class));
                assertThat(server.requests()).hasSize(1);
            }
        }

        @Test
        void the_failure_counts_what_the_server_saw() {
            try (RawServer server = RawServer.playing(RawServer.Peer::readRequest)) {
                ConfluenceTransportException failure =
                        Failures.of(ConfluenceTransportException.class, () -> get(server));
                assertThat(failure.call().attempts()).isEqualTo(4);
            }
        }

        @Test
        void a_lost_post_is_sent_once() {
            try (RawServer server = RawServer.playing(RawServer.Peer::readRequest)) {
                Failures.of(() -> post(server));
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Nested
    class T5TheJdkTakesACutBodyForAWholeOne {
        private static final Reply CUT =
                Reply.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"id\":\"42\",\"ti");

        @Test
        void a_body_cut_in_the_middle_of_the_json_is_fetched_again() {
            try (RawServer server = RawServer.answering(CUT, Reply.ok(PAGE))) {
                assertThat(get(server)).hasToString("{id=42}");
            }
        }

        @Test
        void a_body_that_is_cut_every_time_is_a_transport_failure() {
            try (RawServer server = RawServer.answering(CUT)) {
                assertThatThrownBy(() -> get(server)).satisfies(T5TheJdkTakesACutBodyForAWholeOne::isIncomplete);
            }
        }

        @Test
        void a_cut_answer_to_a_post_is_a_transport_failure_of_unknown_outcome() {
            try (RawServer server = RawServer.answering(CUT)) {
                ConfluenceTransportException failure =
                        Failures.of(ConfluenceTransportException.class, () -> post(server));
                assertThat(failure.call().outcomeUnknown()).isTrue();
            }
        }

        @Test
        void a_post_with_a_cut_answer_is_not_sent_again() {
            try (RawServer server = RawServer.answering(CUT, Reply.ok(PAGE))) {
                Failures.of(() -> post(server));
                assertThat(server.requests()).hasSize(1);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"Content-Length: 90000\r\n\r\n{\"id\":", "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n"
                })
        void a_body_that_announces_more_than_it_brings_is_a_transport_failure(String rest) {
            try (RawServer server = RawServer.answering(Reply.raw("HTTP/1.1 200 OK\r\n" + rest))) {
                assertThatThrownBy(() -> get(server)).satisfies(T5TheJdkTakesACutBodyForAWholeOne::isIncomplete);
            }
        }

        private static void isIncomplete(Throwable failure) {
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            ConfluenceTransportException.class,
                            e -> assertThat(e.kind()).isEqualTo(FaultKind.INCOMPLETE_BODY));
        }
    }

    @Nested
    class T6UncheckedExceptionsEscapeTheJdk {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Content-Length: 99999999999999999999",
                    "Content-Length: 99999999999999999999\r\nContent-Length: 11",
                    "Content-Length: 11\r\nContent-Length: 12",
                    "Content-Length: 11, 12",
                    "Content-Length: -5",
                    "Content-Length: -1",
                    "Content-Length: abc",
                    "Content-Length: 1.5",
                    "Content-Length: 5",
                    "Content-Length: 11000",
                    "Content-Length: 9223372036854775807",
                })
        void an_odd_content_length_gives_a_typed_exception(String header) {
            try (RawServer server = oddly(header)) {
                assertThatThrownBy(() -> get(server)).isInstanceOf(ConfluenceException.class);
            }
        }

        @Test
        void two_different_lengths_are_not_believed() {
            try (RawServer server = oddly("Content-Length: 11\r\nContent-Length: 12")) {
                assertThatThrownBy(() -> get(server))
                        .isInstanceOfSatisfying(
                                ConfluenceTransportException.class,
                                e -> assertThat(e.kind()).isEqualTo(FaultKind.PROTOCOL));
            }
        }

        @Test
        void the_same_length_twice_does_no_harm() {
            try (RawServer server = oddly("Content-Length: 11\r\nContent-Length: 11")) {
                assertThat(get(server)).hasToString("{id=42}");
            }
        }

        @Test
        void surplus_bytes_never_become_the_next_answer() {
            try (RawServer server = RawServer.playing(peer -> {
                while (peer.readRequest() != null) {
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n" + PAGE
                            + "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"id\":\"smuggle\"}");
                }
            })) {
                get(server);
                assertThat(get(server)).hasToString("{id=42}");
            }
        }

        private static RawServer oddly(String header) {
            return RawServer.answering(
                    Reply.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n" + PAGE));
        }
    }

    @Nested
    class T7TheKeyIsInExceptionMessages {
        private static final String TOKEN = Calls.TOKEN;

        @Test
        void a_key_with_a_line_break_reaches_no_request() {
            try (RawServer server = RawServer.answering(Reply.ok(PAGE))) {
                Failures.of(() -> fetchWithBrokenKey(server));
                assertThat(server.connections()).isZero();
            }
        }

        @Test
        void a_key_with_a_line_break_appears_in_no_message() {
            try (RawServer server = RawServer.answering(Reply.ok(PAGE))) {
                assertThat(Failures.of(() -> fetchWithBrokenKey(server)))
                        .isInstanceOf(InvalidArgumentException.class)
                        .satisfies(T7TheKeyIsInExceptionMessages::showsNothing);
            }
        }

        private void fetchWithBrokenKey(RawServer server) {
            runtime.connect(
                            ConfluenceSite.loopback(server.address()),
                            () -> Authorization.basic("ann@example.com", Secret.of(TOKEN + "\r\nX-Evil: 1")),
                            null)
                    .fetch(Calls.GET, Object.class);
        }

        static Stream<Arguments> echoes() {
            Stream<Arguments> everyForm =
                    forms().stream().flatMap(form -> places().map(place -> Arguments.of(place, form)));
            Stream<Arguments> clipped =
                    forms().stream().limit(2).flatMap(form -> clippedPlaces().map(place -> Arguments.of(place, form)));
            return Stream.concat(everyForm, clipped);
        }

        /** Where a server may put what it was sent. */
        private static Stream<Echo> places() {
            return Stream.of(
                    new Echo("v2 error", s -> json(400, "{\"errors\":[{\"code\":\"C\",\"title\":\"got " + s + "\"}]}")),
                    new Echo("v2 code", s -> json(400, "{\"errors\":[{\"code\":\"" + s + "\"}]}")),
                    new Echo("v1 message", s -> json(403, "{\"statusCode\":403,\"message\":\"" + s + "\"}")),
                    new Echo("gateway", s -> json(404, "{\"code\":404,\"message\":\"" + s + "\"}")),
                    new Echo("error in HTML", s -> html(500, "<p>Authorization: " + s + "</p>")),
                    new Echo("success in HTML", s -> html(200, "<p>Authorization: " + s + "</p>")),
                    new Echo("plain text", s -> Reply.status(403).body("text/plain", s)),
                    new Echo("request id", s -> json(404, "{}").header("X-Request-Id", s)),
                    new Echo("content type", s -> Reply.status(200).body("text/" + s, "x")),
                    new Echo("location", s -> Reply.status(302).header("Location", "https://" + s + "/" + s)),
                    new Echo("retry-after", s -> json(429, "{}").header("Retry-After", s)),
                    new Echo("status line", s -> Reply.raw(s + " is not HTTP\r\n\r\n")),
                    new Echo("broken header", s -> Reply.raw("HTTP/1.1 200 OK\r\n" + s + " \u0001: x\r\n\r\n")),
                    new Echo("length", s -> Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: " + s + "\r\n\r\n")),
                    new Echo("broken JSON", s -> Reply.ok("{\"id\":" + s + "}")),
                    new Echo("member's name", s -> Reply.ok("{\"" + s + "\":}")));
        }

        /** Where a text that was clipped too early would end within the key. */
        private static Stream<Echo> clippedPlaces() {
            return IntStream.of(150, 190, 490, 795)
                    .mapToObj("x"::repeat)
                    .flatMap(pad -> Stream.of(
                            new Echo(
                                    "v2 error after " + pad.length(),
                                    s -> json(400, "{\"errors\":[{\"title\":\"" + pad + s + "\"}]}")),
                            new Echo("HTML after " + pad.length(), s -> html(502, pad + s)),
                            new Echo("blanks, then " + pad.length(), s -> html(502, pad.replace('x', ' ') + s)),
                            new Echo("status line after " + pad.length(), s -> Reply.raw(pad + s + "\r\n\r\n"))));
        }

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("echoes")
        void an_echoed_key_is_masked_wherever_it_comes_back(Echo place, String form) {
            try (RawServer server = RawServer.answering(place.reply().apply(form))) {
                assertThat(Failures.of(() -> get(server)))
                        .isInstanceOf(ConfluenceException.class)
                        .satisfies(T7TheKeyIsInExceptionMessages::showsNothing);
            }
        }

        @Test
        void the_exceptions_parts_are_masked_as_well() {
            String body = "{\"errors\":[{\"code\":\"" + TOKEN + "\",\"title\":\"" + TOKEN + "\",\"detail\":\"" + TOKEN
                    + "\"}]}";
            try (RawServer server = RawServer.answering(json(403, body).header("X-Request-Id", TOKEN))) {
                var failure =
                        Failures.of(dev.confluencekit.core.error.PermissionDeniedException.class, () -> get(server));
                assertThat(failure.serviceMessage() + failure.errors() + failure.requestId())
                        .doesNotContain(TOKEN);
            }
        }

        @Test
        void a_document_that_cannot_be_read_is_not_quoted() {
            try (RawServer server = RawServer.answering(Reply.ok("{\"id\":CONFIDENTIAL}"))) {
                assertThatThrownBy(() -> get(server))
                        .isInstanceOf(ConfluenceProtocolException.class)
                        .satisfies(e -> assertThat(whole(e)).doesNotContain("CONFIDENTIAL"));
            }
        }

        @Test
        void a_document_of_another_shape_is_not_quoted() {
            try (RawServer server = RawServer.answering(Reply.ok("\"CONFIDENTIAL\""))) {
                assertThatThrownBy(() -> Calls.connect(runtime, server).fetch(Calls.GET, Integer.class))
                        .isInstanceOf(ConfluenceProtocolException.class)
                        .satisfies(e -> assertThat(whole(e)).doesNotContain("CONFIDENTIAL"));
            }
        }

        @Test
        void the_log_shows_neither_the_key_nor_the_query() {
            Logger logger = (Logger) LoggerFactory.getLogger("dev.confluencekit");
            ListAppender<ILoggingEvent> log = new ListAppender<>();
            log.start();
            logger.addAppender(log);
            logger.setLevel(Level.TRACE);
            try (RawServer server = RawServer.answering(json(503, "{\"message\":\"" + TOKEN + "\"}"), Reply.ok(PAGE))) {
                get(server);
            } finally {
                logger.detachAppender(log);
                logger.setLevel(null);
            }
            assertThat(log.list)
                    .isNotEmpty()
                    .noneMatch(event -> event.getFormattedMessage().contains(TOKEN))
                    .noneMatch(event -> event.getFormattedMessage().contains("query-value"));
        }

        private static List<String> forms() {
            byte[] bytes = TOKEN.getBytes(StandardCharsets.UTF_8);
            String pair = Calls.KEY.headerValue().substring("Basic ".length());
            String hex = HexFormat.of().formatHex(bytes);
            return List.of(
                    TOKEN,
                    pair,
                    Base64.getEncoder().encodeToString(bytes),
                    URLEncoder.encode(TOKEN, StandardCharsets.UTF_8),
                    hex,
                    hex.toUpperCase(Locale.ROOT));
        }

        /** Not even the beginning of a key may show: what was clipped before it was masked would leave one. */
        private static void showsNothing(Throwable failure) {
            String text = whole(failure).toLowerCase(Locale.ROOT);
            assertThat(forms())
                    .map(form -> form.substring(0, 8).toLowerCase(Locale.ROOT))
                    .allSatisfy(form -> assertThat(text).doesNotContain(form));
        }

        private static String whole(Throwable failure) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            return text.toString();
        }

        private static Reply json(int status, String json) {
            return Reply.status(status).json(json);
        }

        private static Reply html(int status, String html) {
            return Reply.status(status).body("text/html; charset=utf-8", html);
        }

        record Echo(String name, UnaryReply reply) {
            @Override
            public String toString() {
                return name;
            }
        }

        private interface UnaryReply {
            Reply apply(String secret);
        }
    }

    @Nested
    class T8AnHttpClientCostsAThread {
        @Test
        void two_hundred_connections_share_the_threads_of_one() {
            try (RawServer server = RawServer.answering(Reply.ok(PAGE))) {
                get(server);
                long before = httpThreads();
                for (int i = 0; i < 200; i++) {
                    get(server);
                }
                assertThat(httpThreads() - before).isLessThan(5);
            }
        }

        private static long httpThreads() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("HttpClient-"))
                    .count();
        }
    }

    @Nested
    class T11TheRetryLibrarySwallowsInterrupts {
        private final StandingTime standing = new StandingTime();
        private final ConfluenceRuntime patient =
                ConfluenceRuntime.builder().time(standing).build();

        @AfterEach
        void close() {
            patient.close();
        }

        private Background call(RawServer server) {
            return Background.start(() -> Calls.connect(patient, server).fetch(Calls.GET, Object.class));
        }

        @Test
        void an_interrupt_while_waiting_for_a_retry_ends_the_call() throws InterruptedException {
            try (RawServer server = RawServer.answering(Reply.status(503))) {
                Background call = interruptedWhileWaiting(server);
                assertThat(call.failure()).isInstanceOf(ConfluenceInterruptedException.class);
            }
        }

        @Test
        void an_interrupt_while_waiting_for_a_retry_leaves_the_flag_set() throws InterruptedException {
            try (RawServer server = RawServer.answering(Reply.status(503))) {
                Background call = interruptedWhileWaiting(server);
                call.failure();
                assertThat(call.endedInterrupted()).isTrue();
            }
        }

        @Test
        void an_interrupted_call_sends_nothing_more() throws InterruptedException {
            try (RawServer server = RawServer.answering(Reply.status(503))) {
                interruptedWhileWaiting(server).failure();
                assertThat(server.requests()).hasSize(1);
            }
        }

        @Test
        void an_interrupted_call_tells_what_had_gone_wrong_before() throws InterruptedException {
            try (RawServer server = RawServer.answering(Reply.status(503))) {
                Throwable failure =
                        Objects.requireNonNull(interruptedWhileWaiting(server).failure());
                assertThat(failure.getSuppressed()).singleElement().isInstanceOf(ServerErrorException.class);
            }
        }

        private Background interruptedWhileWaiting(RawServer server) throws InterruptedException {
            Background call = call(server);
            assertThat(standing.awaitWaiter()).isTrue();
            call.interrupt();
            return call;
        }

        @Test
        void an_interrupt_during_an_exchange_ends_the_call_with_the_flag_set() throws InterruptedException {
            try (RawServer server = holding()) {
                Background call = call(server);
                assertThat(server.awaitRequest()).isTrue();
                call.interrupt();
                assertThat(call.failure()).isInstanceOf(ConfluenceInterruptedException.class);
                assertThat(call.endedInterrupted()).isTrue();
            }
        }

        @Test
        void an_interrupt_during_an_exchange_closes_its_connection() throws InterruptedException {
            try (RawServer server = holding()) {
                Background call = call(server);
                assertThat(server.awaitRequest()).isTrue();
                call.interrupt();
                assertThat(server.awaitHangUp()).isTrue();
            }
        }

        @Test
        void a_thread_that_is_interrupted_already_sends_nothing() throws InterruptedException {
            try (RawServer server = RawServer.answering(Reply.ok(PAGE))) {
                Background call = Background.start(() -> {
                    Thread.currentThread().interrupt();
                    get(server);
                });
                assertThat(call.failure()).isInstanceOf(ConfluenceInterruptedException.class);
                assertThat(server.requests()).isEmpty();
            }
        }

        private static RawServer holding() {
            return RawServer.playing(peer -> {
                peer.readRequest();
                peer.awaitEnd();
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"1000000", "1000000000000", "999999999999999999999999999999"})
        void an_absurd_time_to_wait_is_not_slept(String seconds) {
            try (RawServer server = RawServer.answering(Reply.status(429).header("Retry-After", seconds))) {
                assertThatThrownBy(() -> get(server)).isInstanceOf(RateLimitedException.class);
                assertThat(time.waits()).isEmpty();
            }
        }

        @Test
        void waits_and_requests_end_with_the_calls_time() {
            try (RawServer server = RawServer.answering(Reply.status(503).header("Retry-After", "40"))) {
                Failures.of(() -> get(server));
                assertThat(time.waits()).containsExactly(Duration.ofSeconds(40), Duration.ofSeconds(40));
                assertThat(server.requests()).hasSize(3);
            }
        }
    }
}
