package dev.confluencekit.core.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.recorder.WireMockRecording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call makes of connections that do not come about, end too early, crawl, or carry no HTTP. */
@Timeout(20)
class ConnectionFaultsTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String PAGE = HEAD + "Content-Length: 11\r\n\r\n{\"id\":\"42\"}";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort().extensions(new WireMockRecording()))
            .build();

    private final ManualTime time = new ManualTime();
    private final ConfluenceRuntime runtime =
            builder().attemptTimeout(Duration.ofSeconds(10)).build();

    private ConfluenceRuntime.Builder builder() {
        return ConfluenceRuntime.builder().time(time).random(new FixedRandom(0.5));
    }

    @AfterEach
    void close() {
        runtime.close();
    }

    private Object fetch(RawServer server, ApiRequest request) {
        return Calls.connect(runtime, server).fetch(request, Object.class);
    }

    private Object fetchFromWireMock() {
        return runtime.connect(ConfluenceSite.loopback("http://127.0.0.1:" + SERVER.getPort()), () -> Calls.KEY, null)
                .fetch(Calls.GET, Object.class);
    }

    private ConfluenceTransportException failure(RawServer server, ApiRequest request) {
        return Failures.of(ConfluenceTransportException.class, () -> fetch(server, request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void a_refused_connection_is_tried_again_and_nothing_is_in_doubt(String method) throws IOException {
        String address = "http://127.0.0.1:" + closedPort();
        ConfluenceTransportException failure = Failures.of(
                ConfluenceTransportException.class,
                () -> runtime.connect(ConfluenceSite.loopback(address), () -> Calls.KEY, null)
                        .fetch(Calls.of(method), Object.class));
        assertThat(failure.kind()).isEqualTo(FaultKind.CONNECTION_REFUSED);
        assertThat(failure.call().outcomeUnknown()).isFalse();
        assertThat(time.waits()).hasSize(3);
        assertThat(failure).hasMessageContaining(address.substring("http://".length()));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void a_server_that_comes_up_during_the_waits_gets_the_request() throws Exception {
        LateServer late = new LateServer(closedPort(), 2);
        try (ConfluenceRuntime waiting = builder().time(late).build()) {
            Object answer = waiting.connect(
                            ConfluenceSite.loopback("http://127.0.0.1:" + late.port), () -> Calls.KEY, null)
                    .fetch(Calls.POST, Object.class);
            assertThat(answer).hasToString("{id=42}");
        } finally {
            late.close();
        }
    }

    /** Time in which a server comes up: it listens from the second wait on. */
    private static final class LateServer implements TimeSource, AutoCloseable {
        private final ManualTime time = new ManualTime();
        private final int port;
        private int waitsLeft;
        private ServerSocket socket = new ServerSocket();

        LateServer(int port, int waits) throws IOException {
            this.port = port;
            this.waitsLeft = waits;
        }

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public boolean await(Duration duration, CountDownLatch wakeUp) throws InterruptedException {
            if (--waitsLeft == 0) {
                listen();
            }
            return time.await(duration, wakeUp);
        }

        private void listen() {
            try {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread thread = new Thread(this::serve, "late-server");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            try (Socket peer = socket.accept()) {
                byte[] request = new byte[4096];
                if (peer.getInputStream().read(request) > 0) {
                    peer.getOutputStream().write(PAGE.getBytes(StandardCharsets.US_ASCII));
                }
                while (peer.getInputStream().read(request) >= 0) {
                    Thread.onSpinWait();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EMPTY_RESPONSE, CONNECTION_LOST",
        "CONNECTION_RESET_BY_PEER, CONNECTION_LOST",
        "MALFORMED_RESPONSE_CHUNK, INCOMPLETE_BODY"
    })
    void a_lost_connection_is_tried_again_until_the_budget_is_spent(Fault fault, FaultKind kind) {
        SERVER.stubFor(get(anyUrl()).willReturn(aResponse().withFault(fault)));
        assertThat(Failures.of(ConfluenceTransportException.class, this::fetchFromWireMock)
                        .kind())
                .isEqualTo(kind);
        assertThat(SERVER.getAllServeEvents()).hasSize(4);
    }

    @Test
    void random_bytes_instead_of_http_are_not_asked_for_again() {
        SERVER.stubFor(get(anyUrl()).willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
        assertThat(Failures.of(ConfluenceTransportException.class, this::fetchFromWireMock)
                        .kind())
                .isEqualTo(FaultKind.PROTOCOL);
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK"})
    void a_connection_that_is_lost_once_goes_unnoticed(Fault fault) {
        SERVER.stubFor(get(anyUrl())
                .inScenario("lost")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withFault(fault))
                .willSetStateTo("well"));
        SERVER.stubFor(
                get(anyUrl()).inScenario("lost").whenScenarioStateIs("well").willReturn(okJson("{\"id\":\"42\"}")));
        assertThat(fetchFromWireMock()).hasToString("{id=42}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H",
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Ty",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            })
    void a_connection_that_is_closed_in_the_headers_is_lost_and_not_garbage(String begun) {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            peer.send(requests.incrementAndGet() == 1 ? begun : PAGE);
        })) {
            assertThat(fetch(server, Calls.GET)).hasToString("{id=42}");
        }
    }

    @Test
    void a_connection_that_is_reset_in_the_headers_is_lost_and_not_garbage() {
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Ty");
            peer.reset();
        })) {
            assertThat(failure(server, Calls.GET).kind()).isEqualTo(FaultKind.CONNECTION_LOST);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void a_write_whose_connection_is_closed_in_the_headers_is_in_doubt() {
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 201 Cre");
        })) {
            assertThat(failure(server, Calls.POST).call().outcomeUnknown()).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-Open", "\u0000\u0001\u0002", "<html>"})
    void garbage_that_ends_before_its_first_line_does_is_garbage(String bytes) {
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            peer.send(bytes);
        })) {
            assertThat(failure(server, Calls.GET).kind()).isEqualTo(FaultKind.PROTOCOL);
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** Keeps the connection after the first answer, and hangs up when the second request comes. */
    private static RawServer hangingUpOnReuse(AtomicInteger reused) {
        return RawServer.playing(peer -> {
            peer.readRequest();
            peer.send(PAGE);
            if (peer.readRequest() != null) {
                reused.incrementAndGet();
            }
        });
    }

    @Test
    void a_read_on_a_kept_connection_that_is_gone_is_sent_again() {
        AtomicInteger reused = new AtomicInteger();
        try (RawServer server = hangingUpOnReuse(reused)) {
            fetch(server, Calls.GET);
            assertThat(fetch(server, Calls.GET)).hasToString("{id=42}");
            assertThat(reused).hasValue(1);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void a_write_on_a_kept_connection_that_is_gone_is_not_sent_twice() {
        AtomicInteger reused = new AtomicInteger();
        try (RawServer server = hangingUpOnReuse(reused)) {
            fetch(server, Calls.GET);
            assertThat(failure(server, Calls.POST).call().outcomeUnknown()).isTrue();
            assertThat(reused).hasValue(1);
            assertThat(server.requests())
                    .filteredOn(r -> r.method().equals("POST"))
                    .hasSize(1);
        }
    }

    @Test
    void an_answer_in_slices_of_one_byte_is_read() {
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            for (byte b : PAGE.getBytes(StandardCharsets.US_ASCII)) {
                peer.send(new byte[] {b});
            }
        })) {
            assertThat(fetch(server, Calls.GET)).hasToString("{id=42}");
        }
    }

    @Test
    void a_slow_answer_that_ends_in_time_is_read() {
        SERVER.stubFor(get(anyUrl())
                .willReturn(okJson("{\"id\":\"" + "4".repeat(2_000) + "\"}").withChunkedDribbleDelay(20, 400)));
        assertThat(fetchFromWireMock()).asString().hasSize(2_000 + "{id=}".length());
    }

    @Test
    void a_slow_answer_that_ends_too_late_is_cut_off() {
        SERVER.stubFor(get(anyUrl()).willReturn(okJson("{\"id\":\"42\"}").withChunkedDribbleDelay(20, 30_000)));
        try (ConfluenceRuntime hasty =
                builder().attemptTimeout(Duration.ofMillis(300)).build()) {
            ConfluenceTransportException failure = Failures.of(
                    ConfluenceTransportException.class,
                    () -> hasty.connect(
                                    ConfluenceSite.loopback("http://127.0.0.1:" + SERVER.getPort()),
                                    () -> Calls.KEY,
                                    null)
                            .with(CallOptions.defaults().withoutRetry())
                            .fetch(Calls.GET, Object.class));
            assertThat(failure.kind()).isEqualTo(FaultKind.TIMEOUT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: +11\r\n\r\n{\"id\":\"42\"}",
                "HTTP/1.1 200 OK\r\nContent-Length: 0x0b\r\n\r\n{\"id\":\"42\"}"
            })
    void an_answer_that_http_does_not_provide_for_is_a_protocol_fault(String answer) {
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            peer.send(answer);
            peer.awaitEnd();
        })) {
            assertThat(failure(server, Calls.GET).kind()).isEqualTo(FaultKind.PROTOCOL);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"})
    void interim_answers_without_end_do_not_hold_a_call_for_ever(String interim) {
        try (RawServer server = RawServer.playing(peer -> {
                    peer.readRequest();
                    peer.sendForEver(interim.repeat(100), Duration.ofNanos(1));
                });
                ConfluenceRuntime hasty =
                        builder().attemptTimeout(Duration.ofSeconds(2)).build()) {
            assertThat(Failures.of(
                                    ConfluenceTransportException.class,
                                    () -> Calls.connect(hasty, server)
                                            .with(CallOptions.defaults().withoutRetry())
                                            .fetch(Calls.GET, Object.class))
                            .kind())
                    .isIn(FaultKind.PROTOCOL, FaultKind.TIMEOUT);
        }
    }

    @Test
    void a_body_behind_a_204_never_becomes_the_next_answer() {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = RawServer.playing(peer -> {
            while (peer.readRequest() != null) {
                peer.send(
                        requests.incrementAndGet() > 1
                                ? PAGE
                                : "HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n"
                                        + "{\"id\":\"smuggle\"}");
            }
        })) {
            assertThat(Failures.of(() -> fetch(server, Calls.GET))).hasMessageContaining("204");
            assertThat(fetch(server, Calls.GET)).hasToString("{id=42}");
        }
    }

    @Test
    void a_header_of_400_kilobytes_is_refused() {
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            peer.send(HEAD + "X-Long: " + "x".repeat(400 * 1024) + "\r\nContent-Length: 2\r\n\r\n{}");
        })) {
            assertThat(failure(server, Calls.GET).kind()).isEqualTo(FaultKind.PROTOCOL);
        }
    }

    @Test
    void ten_thousand_short_headers_do_no_harm() {
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            peer.send(HEAD + "X: y\r\n".repeat(10_000) + "Content-Length: 11\r\n\r\n{\"id\":\"42\"}");
        })) {
            assertThat(fetch(server, Calls.GET)).hasToString("{id=42}");
        }
    }

    @Test
    void a_status_line_without_end_is_refused() {
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 ");
            peer.sendForEver("x".repeat(20_000), Duration.ofNanos(1));
        })) {
            assertThat(failure(server, Calls.GET).kind()).isEqualTo(FaultKind.PROTOCOL);
        }
    }

    @Test
    void a_chunk_size_without_end_is_cut_off() {
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            peer.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n2;");
            peer.sendForEver("x".repeat(20_000), Duration.ofNanos(1));
        })) {
            assertThat(failure(server, Calls.GET).kind()).isEqualTo(FaultKind.INCOMPLETE_BODY);
        }
    }
}
