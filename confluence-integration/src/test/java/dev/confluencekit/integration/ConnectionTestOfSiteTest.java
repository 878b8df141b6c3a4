package dev.confluencekit.integration;

import static dev.confluencekit.integration.LiteralSite.TENANT_INFO;
import static dev.confluencekit.integration.LiteralSite.USER;
import static dev.confluencekit.integration.LiteralSite.html;
import static dev.confluencekit.integration.LiteralSite.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.transport.JdkTransport;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportRequest;
import dev.confluencekit.core.transport.TransportResponse;
import dev.confluencekit.integration.connection.Check;
import dev.confluencekit.integration.connection.Check.Result;
import dev.confluencekit.integration.connection.Check.Subject;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.MessageCode;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first question of a connection test, asked without the key: does a Confluence Cloud live there? */
class ConnectionTestOfSiteTest {
    @RegisterExtension
    static final WireMockExtension SERVER = LiteralSite.newServer();

    private final LiteralSite site = new LiteralSite(SERVER);

    @AfterEach
    void close() {
        site.close();
    }

    static Stream<Named<ResponseDefinitionBuilder>> answersOfSomethingElse() {
        return Stream.of(
                Named.of("404, HTML", html(404, "<html><body>No site here</body></html>")),
                Named.of("404, empty", WireMock.aResponse().withStatus(404)),
                Named.of("403, HTML", html(403, "<html>Forbidden</html>")),
                Named.of("200, HTML", html(200, Literal.LOGIN_PAGE)),
                Named.of("200, JSON without a cloud id", json(200, "{\"baseUrl\":\"https://acme.atlassian.net\"}")),
                Named.of("200, JSON with a cloud id of null", json(200, "{\"cloudId\":null}")),
                Named.of("200, JSON with an empty cloud id", json(200, "{\"cloudId\":\"\"}")),
                Named.of("200, JSON with a path for a cloud id", json(200, "{\"cloudId\":\"../../evil\"}")),
                Named.of("200, a JSON list", json(200, "[]")),
                Named.of(
                        "302 to a login page",
                        WireMock.aResponse()
                                .withStatus(302)
                                .withHeader("Location", "https://id.atlassian.com/login?continue=x")));
    }

    @ParameterizedTest
    @MethodSource("answersOfSomethingElse")
    void test_anotherAnswerThanACloudSites_isNotConfluence(ResponseDefinitionBuilder answer) {
        assertThat(site.on(TENANT_INFO, answer).test().verdict()).isEqualTo(Verdict.NOT_CONFLUENCE);
    }

    @ParameterizedTest
    @MethodSource("answersOfSomethingElse")
    void test_anotherAnswerThanACloudSites_neverSendsTheKey(ResponseDefinitionBuilder answer) {
        site.takesTheKey().on(TENANT_INFO, answer).test();
        assertThat(site.askedWithTheKey()).isEmpty();
    }

    @Test
    void test_wrongDomain_asksOnceAndNothingElse() {
        site.on(TENANT_INFO, html(404, "")).test();
        assertThat(site.asked()).containsExactly(TENANT_INFO);
    }

    @Test
    void test_wrongDomain_failsTheSiteAndReachesNothingThatNeedsIt() {
        ConnectionReport report = site.on(TENANT_INFO, html(404, "")).test();
        assertThat(report.checks())
                .filteredOn(check -> check.result() == Result.FAILED)
                .extracting(Check::subject)
                .containsExactly(Subject.SITE);
        assertThat(report.checks())
                .filteredOn(check -> check.result() == Result.NOT_REACHED)
                .extracting(Check::subject)
                .contains(Subject.KEY, Subject.NOT_ANONYMOUS, Subject.ROUTE, Subject.SPACES, Subject.KEY_LIFE);
    }

    @Test
    void test_wrongDomain_advisesHowToTypeIt() {
        assertThat(site.on(TENANT_INFO, html(404, "")).test().message().hint()).contains("acme.atlassian.net");
    }

    @Test
    void test_siteOfTheCloud_isAskedForItsCloudIdWithoutTheKey() {
        site.takesTheKey().test();
        assertThat(site.asked()).startsWith(TENANT_INFO, USER);
        assertThat(site.askedWithTheKey()).doesNotContain(TENANT_INFO);
    }

    @Test
    void test_cloudIdKnownBefore_isNotAskedFor() {
        site.takesTheKey();
        try (ConfluenceIntegration known = ConfluenceIntegration.builder()
                .site(site.site())
                .username("kb-bot@acme.example")
                .apiKey(Secret.of("key"))
                .cloudId(Literal.CLOUD_ID)
                .runtime(site.runtime())
                .build()) {
            known.testConnection();
        }
        assertThat(site.asked()).doesNotContain(TENANT_INFO);
    }

    @Test
    void test_cloudIdKnownBeforeButNobodyListens_provesNothingOfTheSite() {
        try (ConfluenceIntegration known = ConfluenceIntegration.builder()
                .site(ConfluenceSite.loopback("http://127.0.0.1:1"))
                .username("kb-bot@acme.example")
                .apiKey(Secret.of("key"))
                .cloudId(Literal.CLOUD_ID)
                .runtime(site.runtime())
                .build()) {
            ConnectionReport report = known.testConnection();
            assertThat(report.verdict()).isEqualTo(Verdict.UNREACHABLE);
            assertThat(report.check(Subject.SITE).result()).isEqualTo(Result.NOT_REACHED);
        }
    }

    @Test
    void test_dataCenterAtACustomDomain_isRecognised() {
        site.on("/rest/api/server-information", json(200, "{\"version\":\"9.2.1\",\"buildNumber\":\"9109\"}"));
        ConnectionReport report = testCustomDomain();
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFLUENCE);
        assertThat(report.message().code()).isEqualTo(MessageCode.DATA_CENTER);
    }

    @Test
    void test_dataCenterAtACustomDomain_isNeverSentTheKey() {
        site.takesTheKey()
                .on(TENANT_INFO, html(404, ""))
                .on("/rest/api/server-information", json(200, "{\"version\":\"9.2.1\",\"buildNumber\":\"9109\"}"));
        testCustomDomain();
        assertThat(site.askedWithTheKey()).isEmpty();
    }

    private ConnectionReport testCustomDomain() {
        try (ConfluenceRuntime runtime = ConfluenceRuntime.builder()
                        .transport(new Detour(site.site().origin()))
                        .build();
                ConfluenceIntegration custom = ConfluenceIntegration.builder()
                        .site(ConfluenceSite.parse("https://wiki.acme.example"))
                        .username("kb-bot@acme.example")
                        .apiKey(Secret.of("key"))
                        .runtime(runtime)
                        .build()) {
            return custom.testConnection();
        }
    }

    /** Sends what is meant for other hosts to this machine. */
    private record Detour(URI target, Transport transport) implements Transport {
        Detour(URI target) {
            this(target, JdkTransport.create(Duration.ofSeconds(10), null, null));
        }

        @Override
        @SuppressWarnings("NullAway") // it does not see in a class file that the body may be null
        public TransportResponse exchange(TransportRequest request) throws TransportFault, InterruptedException {
            return transport.exchange(new TransportRequest(
                    request.method(),
                    target.resolve(request.uri().getRawPath()),
                    request.headers(),
                    request.body(),
                    request.timeout(),
                    request.maxBytes()));
        }

        @Override
        public void close() {
            transport.close();
        }
    }
}
