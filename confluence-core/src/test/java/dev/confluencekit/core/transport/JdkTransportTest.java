package dev.confluencekit.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the ways in which an exchange can fail are told apart. */
@Timeout(20)
class JdkTransportTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

    private final JdkTransport transport = JdkTransport.create(Duration.ofMillis(500), null, null);

    @AfterEach
    void close() {
        transport.close();
    }

    private static TransportRequest request(String method, String uri) {
        return new TransportRequest(
                method,
                URI.create(uri),
                Map.of("Authorization", "Basic c2VjcmV0"),
                "POST".equals(method) ? BodyPublishers.ofString("{}") : BodyPublishers.noBody(),
                Duration.ofSeconds(5),
                100_000);
    }

    private TransportResponse get(RawServer server) throws TransportFault, InterruptedException {
        return transport.exchange(request("GET", server.address() + "/x?secret=query"));
    }

    private TransportFault fault(String uri) throws InterruptedException {
        try {
            throw new AssertionError("answered " + transport.exchange(request("GET", uri)));
        } catch (TransportFault fault) {
            return fault;
        }
    }

    private FaultKind kind(String uri) throws InterruptedException {
        return fault(uri).kind();
    }

    private FaultKind kindOf(Reply reply) throws InterruptedException {
        try (RawServer server = RawServer.answering(reply)) {
            return kind(server.address() + "/x");
        }
    }

    private static String text(TransportResponse response) throws IOException {
        try (InputStream in = response.body().open()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void an_address_where_nobody_listens_refuses_and_nothing_was_sent() throws Exception {
        TransportFault fault = fault("http://127.0.0.1:" + closedPort() + "/x");
        assertThat(fault.kind()).isEqualTo(FaultKind.CONNECTION_REFUSED);
        assertThat(fault.requestsSent()).isZero();
    }

    @Test
    void the_message_names_host_and_port() throws Exception {
        int port = closedPort();
        assertThat(fault("http://127.0.0.1:" + port + "/x")).hasMessageContaining("127.0.0.1:" + port);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void a_name_that_nobody_has_is_an_unknown_host() throws InterruptedException {
        assertThat(kind("http://nowhere.invalid/x")).isEqualTo(FaultKind.UNKNOWN_HOST);
    }

    @Test
    void a_peer_that_accepts_no_connection_is_given_up_at_the_connect_timeout() throws Exception {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fillQueue(server, queue);
            assertThat(kind("http://127.0.0.1:" + server.getLocalPort() + "/x")).isEqualTo(FaultKind.CONNECT_TIMEOUT);
        } finally {
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    private static void fillQueue(ServerSocket server, List<Socket> queue) throws IOException {
        while (queue.size() < 50) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 100);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
    }

    @Test
    void a_peer_that_speaks_no_tls_is_a_tls_fault() throws InterruptedException {
        try (RawServer plain = RawServer.playing(peer -> {
            peer.send("HTTP/1.1 400 Bad Request\r\n\r\n");
            peer.awaitEnd();
        })) {
            assertThat(kind("https://127.0.0.1:" + plain.port() + "/x")).isEqualTo(FaultKind.TLS);
        }
    }

    @Test
    void a_peer_that_hangs_up_in_the_handshake_has_received_no_post() {
        try (RawServer hasty = RawServer.playing(peer -> {})) {
            assertThatThrownBy(() -> transport.exchange(request("POST", "https://127.0.0.1:" + hasty.port() + "/x")))
                    .isInstanceOfSatisfying(
                            TransportFault.class,
                            fault -> assertThat(fault.kind().mayHaveReachedServer())
                                    .isFalse());
        }
    }

    @Test
    void a_get_whose_peer_hangs_up_in_the_handshake_is_worth_another_try() throws InterruptedException {
        try (RawServer hasty = RawServer.playing(peer -> {})) {
            assertThat(kind("https://127.0.0.1:" + hasty.port() + "/x"))
                    .isIn(FaultKind.CONNECTION_LOST, FaultKind.HANDSHAKE_LOST);
        }
    }

    @Test
    void a_peer_that_is_silent_in_the_handshake_is_given_up_at_the_connect_timeout() throws InterruptedException {
        try (RawServer silent = RawServer.playing(peer -> {
            peer.awaitEnd();
        })) {
            assertThat(kind("https://127.0.0.1:" + silent.port() + "/x").mayHaveReachedServer())
                    .isFalse();
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_a_tls_fault(@TempDir Path dir) throws Exception {
        try (SSLServerSocket server = selfSigned(dir)) {
            Thread peer = new Thread(() -> shakeHands(server));
            peer.setDaemon(true);
            peer.start();
            assertThat(kind("https://localhost:" + server.getLocalPort() + "/x"))
                    .isEqualTo(FaultKind.TLS);
        }
    }

    private static SSLServerSocket selfSigned(Path dir) throws Exception {
        Path store = dir.resolve("server.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor(15, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static void shakeHands(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
        } catch (IOException e) {
            // The client turned away, as it should.
            return;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "\r\n\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1\r\n\r\n",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "HTTP/1.1 200 OK\r\nBad Name: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}"
            })
    void what_is_no_http_is_a_protocol_fault(String bytes) throws InterruptedException {
        assertThat(kindOf(Reply.raw(bytes))).isEqualTo(FaultKind.PROTOCOL);
    }

    @Test
    void headers_without_end_are_a_protocol_fault() throws InterruptedException {
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\n");
            peer.sendForEver(("X-Header: " + "x".repeat(1000) + "\r\n").repeat(20), Duration.ofNanos(1));
        })) {
            assertThat(kind(server.address() + "/x")).isEqualTo(FaultKind.PROTOCOL);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}",
                "Content-Length: 3\r\n\r\n{}"
            })
    void a_body_that_breaks_off_or_goes_wrong_is_incomplete(String rest) throws InterruptedException {
        assertThat(kindOf(Reply.raw("HTTP/1.1 200 OK\r\n" + rest))).isEqualTo(FaultKind.INCOMPLETE_BODY);
    }

    @Test
    void a_connection_that_is_closed_before_an_answer_is_lost_after_one_get() throws InterruptedException {
        try (RawServer server = RawServer.playing(RawServer.Peer::readRequest)) {
            TransportFault fault = fault(server.address() + "/x");
            assertThat(fault.kind()).isEqualTo(FaultKind.CONNECTION_LOST);
            assertThat(fault.requestsSent()).isEqualTo(server.requests().size()).isEqualTo(1);
        }
    }

    @Test
    void of_a_lost_head_as_many_requests_are_counted_as_the_jdk_sends() {
        try (RawServer server = RawServer.playing(RawServer.Peer::readRequest)) {
            assertThatThrownBy(() -> transport.exchange(request("HEAD", server.address() + "/x")))
                    .isInstanceOfSatisfying(
                            TransportFault.class,
                            fault -> assertThat(fault.requestsSent())
                                    .isEqualTo(server.requests().size()));
        }
    }

    @Test
    void a_connection_that_is_closed_before_an_answer_is_lost_after_one_post() {
        try (RawServer server = RawServer.playing(RawServer.Peer::readRequest)) {
            assertThatThrownBy(() -> transport.exchange(request("POST", server.address() + "/x")))
                    .isInstanceOfSatisfying(
                            TransportFault.class,
                            fault -> assertThat(fault.requestsSent()).isEqualTo(1));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"})
    void an_interim_answer_is_passed_over(String interim) throws Exception {
        try (RawServer server = RawServer.answering(Reply.raw(interim + OK))) {
            assertThat(text(get(server))).isEqualTo("{}");
        }
    }

    @Test
    void a_redirect_is_an_answer_like_any_other() throws Exception {
        try (RawServer foreign = RawServer.answering(Reply.ok("{}"));
                RawServer server = RawServer.answering(Reply.status(302).header("Location", foreign.address()))) {
            assertThat(get(server).status()).isEqualTo(302);
            assertThat(foreign.connections()).isZero();
        }
    }

    @Test
    void a_plain_text_server_is_not_asked_to_upgrade() throws Exception {
        try (RawServer server = RawServer.answering(Reply.ok("{}"))) {
            get(server);
            assertThat(server.requests().get(0).headers()).doesNotContainKeys("upgrade", "http2-settings");
        }
    }

    @Test
    void a_header_that_http_cannot_express_reaches_no_message() {
        TransportRequest broken = new TransportRequest(
                "GET",
                URI.create("http://127.0.0.1:9/x"),
                Map.of("Authorization", "Basic SECRET\r\nX: y"),
                BodyPublishers.noBody(),
                Duration.ofSeconds(5),
                1);
        assertThatThrownBy(() -> transport.exchange(broken))
                .isInstanceOf(TransportFault.class)
                .satisfies(fault ->
                        assertThat(fault + ((TransportFault) fault).detail()).doesNotContain("SECRET"));
    }

    @Test
    void a_request_prints_neither_header_nor_query() {
        assertThat(request("GET", "http://127.0.0.1/x?secret=query")).hasToString("GET /x");
    }

    @Test
    void a_closed_transport_sends_nothing() {
        try (RawServer server = RawServer.answering(Reply.ok("{}"))) {
            transport.close();
            assertThatThrownBy(() -> get(server)).isInstanceOf(TransportFault.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void a_received_body_can_be_read_again() throws Exception {
        try (RawServer server = RawServer.answering(Reply.ok("{\"id\":1}"))) {
            TransportResponse response = get(server);
            assertThat(text(response)).isEqualTo(text(response)).isEqualTo("{\"id\":1}");
        }
    }
}
