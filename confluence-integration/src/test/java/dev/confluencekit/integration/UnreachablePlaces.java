package dev.confluencekit.integration;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.transport.JdkTransport;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportRequest;
import dev.confluencekit.core.transport.TransportResponse;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.internal.connection.KeyHistory;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The situations of {@link VerdictTableTest} in which something on the way does not let us through. */
final class UnreachablePlaces implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final List<Closeable> open = new ArrayList<>();
    private final KeyStore certificate;

    /** Makes a certificate of a host that no test calls. */
    UnreachablePlaces(Path directory) throws Exception {
        Path file = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "elsewhere",
                        "-dname",
                        "CN=elsewhere.example",
                        "-ext",
                        "SAN=dns:elsewhere.example",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.txt").toFile())
                .start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new AssertionError("keytool failed: " + Files.readString(directory.resolve("keytool.txt")));
        }
        certificate = KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    ConnectionReport play(String situation, LiteralSite site) throws Exception {
        return switch (situation) {
            case "no such host" -> at("http://no-such-host.invalid", null);
            case "nobody listens" -> at("http://127.0.0.1:1", null);
            case "no connection in time" -> at("http://127.0.0.1:" + fullPort(), null, Duration.ofSeconds(1));
            case "a certificate of an unknown authority" -> at(tlsServer(), null);
            case "a certificate of another host" -> at(tlsServer(), trusting());
            case "no TLS at all" -> at("https://localhost:" + server("HTTP/1.1 400 Bad Request\r\n\r\n"), null);
            case "cut off in the TLS handshake" -> throwing(FaultKind.HANDSHAKE_LOST);
            case "the proxy wants a login" -> proxied("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
            case "the proxy cannot reach the site" -> proxied("HTTP/1.1 503 Service Unavailable\r\n\r\n");
            case "no way to the gateway" -> withoutGateway(site);
            case "no way to the account" -> withoutAccount(site);
            case "no answer in time" -> throwing(FaultKind.TIMEOUT);
            case "no turn in time" -> throwing(FaultKind.NOT_SENT_IN_TIME);
            default -> throw new AssertionError("no such situation: " + situation);
        };
    }

    private static ConnectionReport test(Transport transport, ConfluenceSite site) {
        try (ConfluenceRuntime runtime =
                ConfluenceRuntime.builder().transport(transport).build()) {
            return LiteralSite.test(runtime, site, () -> LiteralSite.KEY, KeyHistory.none());
        }
    }

    private static ConfluenceSite acme() {
        return ConfluenceSite.parse("https://acme.atlassian.net");
    }

    /** What is meant for acme.atlassian.net goes to another address. */
    private ConnectionReport at(String address, @Nullable SSLContext trust) {
        return at(address, trust, PATIENCE);
    }

    private ConnectionReport at(String address, @Nullable SSLContext trust, Duration connectTimeout) {
        Transport real = JdkTransport.create(connectTimeout, null, trust);
        return test(new Detour(real, request -> URI.create(address)), acme());
    }

    private record Detour(Transport real, Function<TransportRequest, URI> way) implements Transport {
        @Override
        @SuppressWarnings("NullAway") // it does not see in a class file that the body may be null
        public TransportResponse exchange(TransportRequest request) throws TransportFault, InterruptedException {
            return real.exchange(new TransportRequest(
                    request.method(),
                    way.apply(request).resolve(request.uri().getRawPath()),
                    request.headers(),
                    request.body(),
                    request.timeout(),
                    request.maxBytes()));
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private ConnectionReport proxied(String refusal) throws IOException {
        ProxySelector proxy = ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", server(refusal)));
        return test(JdkTransport.create(PATIENCE, proxy, null), acme());
    }

    private static ConnectionReport withoutGateway(LiteralSite site) {
        site.takesKeysAtTheGatewayOnly();
        return test(detour(site, "/ex/"), site.site());
    }

    private static ConnectionReport withoutAccount(LiteralSite site) {
        site.takesTheKey();
        return test(detour(site, LiteralSite.USER), site.site());
    }

    /** One part of a site lies behind a port at which nobody listens. */
    private static Transport detour(LiteralSite site, String unreachable) {
        return new Detour(
                JdkTransport.create(PATIENCE, null, null),
                request -> request.uri().getRawPath().startsWith(unreachable)
                        ? URI.create("http://127.0.0.1:1")
                        : site.site().origin());
    }

    /** Faults that real connections show at some times only. */
    private static ConnectionReport throwing(FaultKind kind) {
        Transport silent = new Transport() {
            @Override
            public TransportResponse exchange(TransportRequest request) throws TransportFault {
                throw new TransportFault(kind, "it took too long", "", 1);
            }

            @Override
            public void close() {}
        };
        return test(silent, acme());
    }

    private SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("elsewhere", certificate.getCertificate("elsewhere"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private String tlsServer() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(certificate, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        ServerSocket socket =
                context.getServerSocketFactory().createServerSocket(0, 20, InetAddress.getLoopbackAddress());
        return "https://localhost:" + serve(socket, "");
    }

    private int server(String answer) throws IOException {
        return serve(new ServerSocket(0, 20, InetAddress.getLoopbackAddress()), answer);
    }

    /** Reads what comes first on each connection, says its words, and hangs up. */
    private int serve(ServerSocket socket, String answer) {
        open.add(socket);
        Thread thread = new Thread(
                () -> {
                    while (!socket.isClosed()) {
                        try (Socket connection = socket.accept()) {
                            if (connection.getInputStream().read(new byte[4096]) > 0) {
                                connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                            }
                        } catch (IOException e) {
                            // The client turned away, which is what the test is about, or the test is over.
                        }
                    }
                },
                "unreachable-place");
        thread.setDaemon(true);
        thread.start();
        return socket.getLocalPort();
    }

    /** A port whose line of waiting connections is full. */
    private int fullPort() throws IOException {
        ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(full);
        for (int i = 0; i < 3; i++) {
            Socket waiting = new Socket();
            open.add(waiting);
            try {
                waiting.connect(full.getLocalSocketAddress(), 100);
            } catch (IOException e) {
                // The line is full.
                break;
            }
        }
        return full.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
    }
}
