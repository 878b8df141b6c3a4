package dev.confluencekit.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.Rerouted;
import dev.confluencekit.core.testing.TestAuthority;
import dev.confluencekit.core.testing.TlsServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer that cannot show who it is gets no request, and is not asked again. */
@Timeout(30)
class TlsFaultsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

    private static TestAuthority authority;

    @BeforeAll
    static void certify(@TempDir Path dir) throws Exception {
        authority = TestAuthority.in(dir)
                .certify("good", "SAN=dns:localhost")
                .certify("expired", "SAN=dns:localhost", "-startdate", "-10d", "-validity", "5")
                .certify("elsewhere", "SAN=dns:elsewhere.example");
    }

    private static TlsServer server(String certificate) throws Exception {
        return TlsServer.playing(authority.server(certificate), "http/1.1", (number, connection) -> {
            if (connection.getInputStream().read() >= 0) {
                connection.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    private static Object fetch(SSLContext trust, TlsServer server) {
        try (Rerouted transport =
                        new Rerouted(JdkTransport.create(Duration.ofSeconds(5), null, trust), server.address());
                ConfluenceRuntime runtime = ConfluenceRuntime.builder()
                        .transport(transport)
                        .time(new ManualTime())
                        .random(new FixedRandom(0))
                        .build()) {
            return Calls.connect(runtime, "acme").fetch(Calls.GET, Object.class);
        }
    }

    @Test
    void a_good_certificate_is_good() throws Exception {
        try (TlsServer server = server("good")) {
            assertThat(fetch(authority.client(), server)).hasToString("{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "elsewhere"})
    void a_bad_certificate_ends_the_call_at_the_first_try(String certificate) throws Exception {
        try (TlsServer server = server(certificate)) {
            SSLContext trust = authority.client();
            ConfluenceTransportException failure =
                    Failures.of(ConfluenceTransportException.class, () -> fetch(trust, server));
            assertThat(failure.kind()).isEqualTo(FaultKind.TLS);
            assertThat(failure).hasMessageContaining("If a proxy inspects TLS");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void an_unknown_authority_ends_the_call_at_the_first_try() throws Exception {
        try (TlsServer server = server("good")) {
            SSLContext jvms = SSLContext.getDefault();
            ConfluenceTransportException failure =
                    Failures.of(ConfluenceTransportException.class, () -> fetch(jvms, server));
            assertThat(failure.kind()).isEqualTo(FaultKind.TLS);
            assertThat(server.connections()).isEqualTo(1);
        }
    }
}
