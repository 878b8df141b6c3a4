package dev.confluencekit.integration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.secret.Authenticator;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transport.JdkTransport;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.internal.connection.ConnectionTest;
import dev.confluencekit.integration.internal.connection.KeyHistory;
import dev.confluencekit.integration.message.Messages;
import dev.confluencekit.recorder.WireMockRecording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A site that gives literal replies and remembers what it was asked; it plays site and gateway at once. */
final class LiteralSite implements AutoCloseable {
    static final String TENANT_INFO = "/_edge/tenant_info";
    static final String USER = "/wiki/rest/api/user/current";
    static final String SPACES = "/wiki/api/v2/spaces";
    static final String GATEWAY = "/ex/confluence/" + Literal.CLOUD_ID;
    static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");

    static final Authorization KEY =
            Authorization.basic("kb-bot@acme.example", Secret.of("ATATT3xLiteralKey=0A1B2C3D"));

    /** One for all tests; making an HTTP client takes longer than most of them. */
    private static final Transport TRANSPORT = JdkTransport.create(Duration.ofSeconds(10), null, null);

    private final WireMockExtension server;
    private final ConfluenceRuntime runtime;
    private final ConfluenceIntegration integration;

    LiteralSite(WireMockExtension server) {
        this(server, Duration.ofSeconds(20));
    }

    LiteralSite(WireMockExtension server, Duration attemptTimeout) {
        this.server = server;
        this.runtime = ConfluenceRuntime.builder()
                .transport(TRANSPORT)
                .attemptTimeout(attemptTimeout)
                .time(TimeSource.of(Clock.fixed(NOW, ZoneOffset.UTC)))
                .build();
        this.integration = ConfluenceIntegration.builder()
                .site(site())
                .username("kb-bot@acme.example")
                .apiKey(Secret.of("ATATT3xLiteralKey=0A1B2C3D"))
                .runtime(runtime)
                .build();
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(html(404, "<html>Not here</html>")));
    }

    static WireMockExtension newServer() {
        return WireMockExtension.newInstance()
                .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort().extensions(new WireMockRecording()))
                .build();
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("Date", "Tue, 24 Nov 2026 10:15:30 GMT")
                .withBody(body);
    }

    static ResponseDefinitionBuilder html(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html;charset=UTF-8")
                .withBody(body);
    }

    ConfluenceSite site() {
        return ConfluenceSite.loopback("http://127.0.0.1:" + server.getPort());
    }

    ConfluenceRuntime runtime() {
        return runtime;
    }

    LiteralSite on(String path, ResponseDefinitionBuilder reply) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(reply));
        return this;
    }

    LiteralSite isCloud() {
        return on(TENANT_INFO, json(200, Literal.TENANT_INFO_BODY));
    }

    /** A site that takes the key. */
    LiteralSite takesTheKey() {
        return isCloud().on(USER, json(200, Literal.KNOWN_USER)).on(SPACES, json(200, Literal.ONE_SPACE));
    }

    /** A site that, as all do, refuses keys with scopes; what the gateway says is still open. */
    LiteralSite takesKeysAtTheGatewayOnly() {
        return isCloud().on(USER, json(401, Literal.UNAUTHORIZED)).on(SPACES, json(401, Literal.UNAUTHORIZED));
    }

    ConnectionReport test() {
        return integration.testConnection();
    }

    /** Tests a key of which more is known than its text. */
    ConnectionReport test(KeyHistory history) {
        return test(runtime, site(), () -> KEY, history);
    }

    static ConnectionReport test(
            ConfluenceRuntime runtime, ConfluenceSite site, Authenticator authenticator, KeyHistory history) {
        try (ConfluenceConnection connection = runtime.connect(site, authenticator, null)) {
            return new ConnectionTest(connection, Messages.standard()).run(history);
        }
    }

    int requests(String path) {
        return (int) asked().stream().filter(path::equals).count();
    }

    /** The paths that were asked for, in order. */
    List<String> asked() {
        return logged().stream()
                .map(request -> request.getUrl().replaceFirst("\\?.*", ""))
                .toList();
    }

    /** The paths that were asked for with a credential, in order. */
    List<String> askedWithTheKey() {
        return logged().stream()
                .filter(request -> request.containsHeader("Authorization"))
                .map(request -> request.getUrl().replaceFirst("\\?.*", ""))
                .toList();
    }

    private List<LoggedRequest> logged() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    @Override
    public void close() {
        integration.close();
        runtime.close();
    }
}
