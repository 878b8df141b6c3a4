package dev.confluencekit.integration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.confluencekit.integration.LiteralSite.SPACES;
import static dev.confluencekit.integration.LiteralSite.TENANT_INFO;
import static dev.confluencekit.integration.LiteralSite.USER;
import static dev.confluencekit.integration.LiteralSite.html;
import static dev.confluencekit.integration.LiteralSite.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.connection.Account;
import dev.confluencekit.integration.connection.Check;
import dev.confluencekit.integration.connection.Check.Result;
import dev.confluencekit.integration.connection.Check.Subject;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that prove nothing about a key are never taken for a wrong one, and nothing is tried again. */
class ConnectionTestUndecidedTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int LONGER_THAN_PATIENCE = 1_500;

    @RegisterExtension
    static final WireMockExtension SERVER = LiteralSite.newServer();

    private final LiteralSite site = new LiteralSite(SERVER);

    @AfterEach
    void close() {
        site.close();
    }

    private static Stream<Named<ResponseDefinitionBuilder>> faultsOfTheService() {
        return Stream.of(
                Named.of(
                        "403, fault of the edge",
                        html(403, "<html>ERROR</html>").withHeader("X-Cache", "Error from cloudfront")),
                Named.of(
                        "404, fault of the edge",
                        html(404, "<html>ERROR</html>").withHeader("x-cache", "Error from cloudfront")),
                Named.of(
                        "429",
                        json(429, "{\"code\":429,\"message\":\"Rate limit exceeded\"}")
                                .withHeader("Retry-After", "120")),
                Named.of("429 without a time", json(429, "{\"code\":429,\"message\":\"Rate limit exceeded\"}")),
                Named.of("500", json(500, "{\"statusCode\":500,\"message\":\"Internal Server Error\"}")),
                Named.of("502", html(502, "<html><head><title>502 Bad Gateway</title></head></html>")),
                Named.of("503", aResponse().withStatus(503)));
    }

    private static Stream<Named<ResponseDefinitionBuilder>> answersThatAreNoVerdict() {
        return Stream.of(
                Named.of("403, HTML", html(403, "<html>Forbidden</html>")),
                Named.of("403, XSRF", aResponse().withStatus(403).withBody("XSRF check failed")),
                Named.of("404", json(404, "{\"statusCode\":404,\"message\":\"Not Found\"}")),
                Named.of("200, login page", html(200, Literal.LOGIN_PAGE)),
                Named.of("200, broken JSON", json(200, "{\"type\": \"known\", \"accountId\": ")),
                Named.of("200, JSON of another shape", json(200, "[\"known\"]")),
                Named.of("200, empty", aResponse().withStatus(200)),
                Named.of(
                        "302 to a login page",
                        aResponse().withStatus(302).withHeader("Location", "https://id.atlassian.com/login")));
    }

    static Stream<Arguments> answersByStep() {
        Stream<Arguments> always = Stream.of(TENANT_INFO, USER, SPACES)
                .flatMap(path -> faultsOfTheService().map(answer -> Arguments.of(path, answer)));
        Stream<Arguments> withTheKey = Stream.of(USER, SPACES)
                .flatMap(path -> answersThatAreNoVerdict().map(answer -> Arguments.of(path, answer)));
        return Stream.concat(always, withTheKey);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("answersByStep")
    void test_answerThatProvesNothing_couldNotTell(String path, ResponseDefinitionBuilder answer) {
        assertThat(site.takesTheKey().on(path, answer).test().verdict()).isEqualTo(Verdict.COULD_NOT_TELL);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("answersByStep")
    void test_answerThatProvesNothing_isNotAskedForAgain(String path, ResponseDefinitionBuilder answer) {
        site.takesTheKey().on(path, answer).test();
        assertThat(site.requests(path)).isOne();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("answersByStep")
    void test_answerThatProvesNothing_leavesItsCheckUndecided(String path, ResponseDefinitionBuilder answer) {
        ConnectionReport report = site.takesTheKey().on(path, answer).test();
        assertThat(report.checks()).extracting(Check::result).doesNotContain(Result.FAILED);
        Check undecided = report.check(
                path.equals(TENANT_INFO) ? Subject.SITE : path.equals(USER) ? Subject.KEY : Subject.SPACES);
        assertThat(undecided.result()).isEqualTo(Result.NOT_REACHED);
        assertThat(undecided.seen()).isNotEmpty();
    }

    @Test
    void test_tooManyRequests_saysWhenToComeBack() {
        site.takesTheKey()
                .on(
                        USER,
                        json(429, "{\"code\":429,\"message\":\"Rate limit exceeded\"}")
                                .withHeader("Date", "Tue, 24 Nov 2026 10:15:30 GMT")
                                .withHeader("Retry-After", "120"));
        assertThat(site.test().retryAt()).isEqualTo(LiteralSite.NOW.plusSeconds(120));
    }

    @Test
    void test_failureWithSpaces_keepsWhoseKeyItIs() {
        ConnectionReport report =
                site.takesTheKey().on(SPACES, aResponse().withStatus(500)).test();
        assertThat(report.account()).extracting(Account::name).isEqualTo("KB Bot");
    }

    @Test
    void test_noAnswerInTime_couldNotTell() {
        try (LiteralSite hasty = new LiteralSite(SERVER, PATIENCE)) {
            hasty.takesTheKey().on(USER, json(200, Literal.KNOWN_USER).withFixedDelay(LONGER_THAN_PATIENCE));
            assertThat(hasty.test().verdict()).isEqualTo(Verdict.COULD_NOT_TELL);
        }
    }

    @Test
    void test_noAnswerInTime_isNotAskedForAgain() {
        try (LiteralSite hasty = new LiteralSite(SERVER, PATIENCE)) {
            hasty.takesTheKey()
                    .on(USER, json(200, Literal.KNOWN_USER).withFixedDelay(LONGER_THAN_PATIENCE))
                    .test();
            assertThat(hasty.requests(USER)).isOne();
        }
    }

    @Test
    void test_connectionDropped_couldNotTell() {
        site.takesTheKey().on(USER, aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(site.test().verdict()).isEqualTo(Verdict.COULD_NOT_TELL);
    }

    /** The JDK's client itself sends a GET once more when nothing came back; that cannot be switched off. */
    @Test
    void test_connectionDropped_isNotAskedForAgainByUs() {
        site.takesTheKey().on(USER, aResponse().withFault(Fault.EMPTY_RESPONSE)).test();
        assertThat(site.requests(USER)).isLessThanOrEqualTo(2);
    }

    @Test
    void test_nobodyListens_isUnreachable() {
        try (ConfluenceIntegration nobody = ConfluenceIntegration.builder()
                .site(ConfluenceSite.loopback("http://127.0.0.1:1"))
                .username("kb-bot@acme.example")
                .apiKey(Secret.of("key"))
                .runtime(site.runtime())
                .build()) {
            assertThat(nobody.testConnection().verdict()).isEqualTo(Verdict.UNREACHABLE);
        }
    }
}
