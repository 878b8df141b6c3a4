package dev.confluencekit.core.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real sites are spoken to by HTTP/2 over TLS. */
class Http2Test {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().dynamicHttpsPort())
            .build();

    /** The server's certificate is made up, and this test is not about trust. */
    private static SSLContext trustingAnybody() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyPeer()}, new SecureRandom());
        return context;
    }

    private static TransportResponse exchange(String method) throws Exception {
        SERVER.stubFor(get(anyUrl()).willReturn(okJson("{}")));
        SERVER.stubFor(post(anyUrl()).willReturn(okJson("{}")));
        try (JdkTransport transport = JdkTransport.create(Duration.ofSeconds(5), null, trustingAnybody())) {
            return transport.exchange(new TransportRequest(
                    method,
                    URI.create("https://localhost:" + SERVER.getHttpsPort() + "/x"),
                    Map.of(),
                    "GET".equals(method) ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"),
                    Duration.ofSeconds(10),
                    1_000));
        }
    }

    private static LoggedRequest received() {
        return SERVER.getAllServeEvents().get(0).getRequest();
    }

    @Test
    void a_get_goes_by_http_2() throws Exception {
        assertThat(exchange("GET").status()).isEqualTo(200);
        assertThat(received().getProtocol()).isEqualTo("HTTP/2.0");
        assertThat(received().getBody()).isEmpty();
    }

    @Test
    void a_post_goes_by_http_2() throws Exception {
        assertThat(exchange("POST").status()).isEqualTo(200);
        assertThat(received().getProtocol()).isEqualTo("HTTP/2.0");
        assertThat(received().getBodyAsString()).isEqualTo("{}");
    }

    private static final class AnyPeer extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
