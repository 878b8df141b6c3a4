package dev.confluencekit.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.testing.Rerouted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that does not let a call through is named, is not pestered, and never sees the key. */
@Timeout(20)
class ProxyFaultsTest {
    private final ManualTime time = new ManualTime();

    private ConfluenceRuntime.Builder builder() {
        return ConfluenceRuntime.builder().time(time).random(new FixedRandom(0));
    }

    private <T extends ConfluenceException> T failure(Class<T> type, InetSocketAddress proxy, ApiRequest request) {
        try (ConfluenceRuntime runtime =
                builder().proxy(ProxySelector.of(proxy)).build()) {
            return Failures.of(type, () -> Calls.connect(runtime, "acme").fetch(request, Object.class));
        }
    }

    private static InetSocketAddress at(RawServer proxy) {
        return InetSocketAddress.createUnresolved("127.0.0.1", proxy.port());
    }

    private ConfluenceTransportException failure(RawServer proxy, ApiRequest request) {
        return failure(ConfluenceTransportException.class, at(proxy), request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n",
                "HTTP/1.1 407 Proxy Authentication Required\r\n",
                "HTTP/1.1 403 Forbidden\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://portal.example/login\r\n"
            })
    void a_proxy_that_refuses_ends_the_call_at_the_first_try(String head) {
        try (RawServer proxy = RawServer.answering(Reply.raw(head + "Content-Length: 6\r\n\r\n<html>"))) {
            ConfluenceTransportException failure = failure(proxy, Calls.POST);
            assertThat(failure.kind()).isEqualTo(FaultKind.PROXY_REFUSED);
            assertThat(failure)
                    .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port() + " answered "
                            + head.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
            assertThat(failure.call().outcomeUnknown()).isFalse();
            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @Test
    void a_proxy_that_cannot_reach_the_site_is_asked_again() {
        try (RawServer proxy = RawServer.answering(Reply.status(503))) {
            ConfluenceTransportException failure = failure(proxy, Calls.POST);
            assertThat(failure.kind()).isEqualTo(FaultKind.CONNECTION_REFUSED);
            assertThat(failure).hasMessageContaining("the proxy 127.0.0.1:" + proxy.port() + " answered 503");
            assertThat(proxy.requests()).hasSize(4);
        }
    }

    @Test
    void a_proxy_that_hangs_up_costs_the_budget_and_no_more() {
        try (RawServer proxy = RawServer.playing(RawServer.Peer::readRequest)) {
            failure(proxy, Calls.GET);
            assertThat(time.waits()).hasSize(3);
            assertThat(proxy.requests()).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    void a_proxy_sees_where_a_call_goes_and_nothing_else() {
        try (RawServer proxy = RawServer.answering(Reply.status(403))) {
            failure(proxy, Calls.GET);
            Received request = proxy.requests().get(0);
            assertThat(request.method() + " " + request.target()).isEqualTo("CONNECT acme.atlassian.net:443");
            assertThat(request.headers()).doesNotContainKeys("authorization", "proxy-authorization");
        }
    }

    @Test
    void a_proxy_where_nobody_listens_is_named() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ConfluenceTransportException failure = failure(
                ConfluenceTransportException.class, InetSocketAddress.createUnresolved("127.0.0.1", port), Calls.GET);
        assertThat(failure.kind()).isEqualTo(FaultKind.CONNECTION_REFUSED);
        assertThat(failure).hasMessageContaining("by way of the proxy 127.0.0.1:" + port);
    }

    @Test
    void a_proxy_whose_name_nobody_has_is_named() {
        ConfluenceTransportException failure = failure(
                ConfluenceTransportException.class,
                InetSocketAddress.createUnresolved("proxy.invalid", 3128),
                Calls.GET);
        assertThat(failure.kind()).isEqualTo(FaultKind.UNKNOWN_HOST);
        assertThat(failure).hasMessageContaining("or the proxy proxy.invalid:3128 is not known");
    }

    @Test
    void a_captive_portal_that_answers_in_the_sites_place_is_recognised() {
        try (RawServer portal =
                        RawServer.answering(Reply.status(200).body("text/html", "<html>Welcome, guest</html>"));
                Rerouted transport =
                        new Rerouted(JdkTransport.create(Duration.ofSeconds(5), null, null), portal.address());
                ConfluenceRuntime runtime = builder().transport(transport).build()) {
            ConfluenceProtocolException failure = Failures.of(
                    ConfluenceProtocolException.class,
                    () -> Calls.connect(runtime, "acme").fetch(Calls.GET, Object.class));
            assertThat(failure).hasMessageContaining("a login page, a proxy or a firewall");
            assertThat(portal.requests()).hasSize(1);
        }
    }
}
