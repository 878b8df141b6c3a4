package dev.confluencekit.core.internal.pipeline;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.GoneException;
import dev.confluencekit.core.error.MissingScopeException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.PermissionDeniedException;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.recorder.WireMockRecording;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The oddities of the service that the pipeline branches on, each as the service was seen to answer, word for word. */
class LiteralRepliesTest {
    private static final String PAGE = "/wiki/api/v2/pages/42";
    private static final String DATE = "Thu, 26 Mar 2026 16:00:00 GMT";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort().extensions(new WireMockRecording()))
            .build();

    private final ManualTime time = new ManualTime();
    private final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().time(time).random(new FixedRandom(0)).build();

    @AfterEach
    void close() {
        runtime.close();
    }

    private ConfluenceConnection connection() {
        return runtime.connect(ConfluenceSite.loopback("http://127.0.0.1:" + SERVER.getPort()), () -> Calls.KEY, null);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet(
                        "v2, missing",
                        json(
                                404,
                                "{\"errors\":[{\"status\":404,\"code\":\"NOT_FOUND\",\"title\":\"Not Found\",\"detail\":null}]}"),
                        NotFoundException.class,
                        "NOT_FOUND: Not Found"),
                argumentSet(
                        "v2, conflict",
                        json(
                                409,
                                "{\"errors\":[{\"status\":409,\"code\":\"CONFLICT\",\"title\":\"Version must be incremented"
                                        + " when updating a page. Current Version: [5]. Provided version: [5]\"}]}"),
                        ConflictException.class,
                        "Current Version: [5]. Provided version: [5]"),
                argumentSet(
                        "v2, title taken",
                        json(
                                400,
                                "{\"errors\":[{\"status\":400,\"code\":\"BAD_REQUEST\",\"title\":\"A page with this title"
                                        + " already exists: A page already exists with the same TITLE in this space\"}]}"),
                        BadRequestException.class,
                        "A page already exists with the same TITLE in this space"),
                argumentSet(
                        "v1, not permitted",
                        json(
                                403,
                                "{\"statusCode\":403,\"data\":{\"authorized\":false,\"valid\":true,\"errors\":[],"
                                        + "\"successful\":false},\"message\":\"Current user not permitted to use Confluence\"}"),
                        PermissionDeniedException.class,
                        "Current user not permitted to use Confluence"),
                argumentSet(
                        "v1, withdrawn",
                        json(
                                410,
                                "{\"statusCode\":410,\"data\":{\"authorized\":true,\"valid\":true,\"errors\":[],"
                                        + "\"successful\":false},\"message\":\"GoneException: This deprecated endpoint has been"
                                        + " removed.\"}"),
                        GoneException.class,
                        "This deprecated endpoint has been removed."),
                argumentSet(
                        "gateway, scope",
                        json(401, "{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}")
                                .withHeader("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK"),
                        MissingScopeException.class,
                        "Unauthorized; scope does not match"),
                argumentSet(
                        "XSRF",
                        aResponse()
                                .withStatus(403)
                                .withHeader("Content-Type", "text/plain")
                                .withBody("XSRF check failed"),
                        PermissionDeniedException.class,
                        "XSRF check failed"),
                argumentSet(
                        "login page instead of JSON",
                        aResponse()
                                .withHeader("Content-Type", "text/html;charset=UTF-8")
                                .withBody("<html><head><title>Log in with Atlassian account</title></head></html>"),
                        ConfluenceProtocolException.class,
                        "no JSON"),
                argumentSet(
                        "redirect to a login page",
                        aResponse().withStatus(302).withHeader("Location", "https://id.atlassian.com/login?x=1"),
                        ConfluenceProtocolException.class,
                        "redirected to id.atlassian.com"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_is_told_in_the_services_words_and_not_repeated(
            ResponseDefinitionBuilder reply, Class<? extends Throwable> type, String words) {
        SERVER.stubFor(get(anyUrl()).willReturn(reply));

        assertThat(Failures.of(() -> connection().fetch(Calls.GET, Object.class)))
                .isInstanceOf(type)
                .hasMessageContaining(words);
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(PAGE)));
    }

    static Stream<Arguments> pauses() {
        return Stream.of(
                argumentSet("seconds", limited().withHeader("Retry-After", "7"), Duration.ofSeconds(7)),
                argumentSet(
                        "HTTP date, against the answer's own date",
                        limited().withHeader("Date", DATE).withHeader("Retry-After", "Thu, 26 Mar 2026 16:00:09 GMT"),
                        Duration.ofSeconds(9)),
                argumentSet("zero is a normal step", limited().withHeader("Retry-After", "0"), Duration.ofSeconds(2)),
                argumentSet("missing", limited(), Duration.ofSeconds(2)),
                argumentSet(
                        "the gateway's limiter, which names only the reset",
                        limited()
                                .withHeader("X-Failure-Category", "FAILURE_CLIENT_RATE_LIMITED")
                                .withHeader("Date", "Thu, 26 Mar 2026 15:59:48 GMT")
                                .withHeader("X-RateLimit-Reset", "2026-03-26T16:00Z"),
                        Duration.ofSeconds(12)),
                argumentSet(
                        "a fault of the edge under load",
                        aResponse().withStatus(404).withHeader("x-cache", "Error from cloudfront"),
                        Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("pauses")
    void a_passing_answer_is_followed_by_the_wait_that_it_asks_for(ResponseDefinitionBuilder reply, Duration wait) {
        SERVER.stubFor(get(urlPathEqualTo(PAGE))
                .inScenario("pause")
                .whenScenarioStateIs(STARTED)
                .willReturn(reply)
                .willSetStateTo("over"));
        SERVER.stubFor(get(urlPathEqualTo(PAGE))
                .inScenario("pause")
                .whenScenarioStateIs("over")
                .willReturn(okJson("{\"id\":\"42\"}")));

        assertThat(connection().fetch(Calls.GET, Object.class)).hasToString("{id=42}");
        assertThat(time.waits()).containsExactly(wait);
    }

    @Test
    void an_absurd_pause_is_told_and_not_slept() {
        SERVER.stubFor(get(anyUrl()).willReturn(limited().withHeader("Retry-After", "1000000000000")));

        RateLimitedException failure =
                Failures.of(RateLimitedException.class, () -> connection().fetch(Calls.GET, Object.class));
        assertThat(failure.retryAt()).hasValueSatisfying(at -> assertThat(at).isAfter(time.now()));
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void a_key_with_scopes_is_refused_at_the_site_and_goes_by_the_gateway() {
        SERVER.stubFor(get(urlPathEqualTo(PAGE)).willReturn(aResponse().withStatus(401)));
        SERVER.stubFor(get(urlEqualTo("/_edge/tenant_info"))
                .willReturn(okJson("{\"cloudId\":\"11223344-a1b2-3b33-c444-def123456789\"}")));
        SERVER.stubFor(get(urlPathEqualTo("/ex/confluence/11223344-a1b2-3b33-c444-def123456789" + PAGE))
                .willReturn(okJson("{\"id\":\"42\"}")));

        assertThat(connection().with(CallOptions.defaults().withoutRetry()).fetch(Calls.GET, Object.class))
                .hasToString("{id=42}");
    }

    private static ResponseDefinitionBuilder limited() {
        return json(429, "{\"code\":429,\"message\":\"Rate limit exceeded\"}");
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return jsonResponse(body, status);
    }
}
