package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.Denial;
import dev.confluencekit.core.error.MissingScopeException;
import dev.confluencekit.core.error.PermissionDeniedException;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A 403 of the site says too little of a key that was never accepted; the gateway is asked once, and refusals that say why are kept. */
@Timeout(20)
class SecondOpinionTest {
    private static final String CLOUD_ID = "11223344-a1b2-3b33-c444-def123456789";
    private static final String TENANT_INFO = "/_edge/tenant_info";
    private static final String AT_SITE = "/wiki/api/v2/pages/42?body-format=query-value";
    private static final String AT_GATEWAY = "/ex/confluence/" + CLOUD_ID + AT_SITE;
    private static final Reply OK = Reply.ok("{\"id\":\"42\"}");
    private static final Reply REFUSED = Reply.status(401);
    private static final Reply FORBIDDEN =
            Reply.status(403).json("{\"message\":\"Current user not permitted to use Confluence\",\"statusCode\":403}");
    private static final Reply PASSWORD = Reply.status(401)
            .body(
                    "text/plain",
                    "Basic authentication with passwords is deprecated. For more information, see the notice.");

    private final ConfluenceRuntime runtime = ConfluenceRuntime.builder()
            .time(new ManualTime())
            .random(new FixedRandom(0))
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    private static RawServer server(Function<Received, Reply> site, Function<Received, Reply> gateway) {
        return RawServer.answering(request -> {
            if (request.target().equals(TENANT_INFO)) {
                return Reply.ok("{\"cloudId\":\"" + CLOUD_ID + "\"}");
            }
            return request.target().startsWith("/ex/") ? gateway.apply(request) : site.apply(request);
        });
    }

    private static List<String> targets(RawServer server) {
        return server.requests().stream().map(Received::target).toList();
    }

    private static Object fetch(ConfluenceConnection connection) {
        return connection.fetch(Calls.GET, Object.class);
    }

    @Test
    void a_key_that_is_forbidden_at_the_site_and_taken_at_the_gateway_goes_by_the_gateway_from_then_on() {
        try (RawServer server = server(r -> FORBIDDEN, r -> OK)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            fetch(connection);
            fetch(connection);
            assertThat(targets(server)).containsExactly(AT_SITE, TENANT_INFO, AT_GATEWAY, AT_GATEWAY);
            assertThat(connection.route()).contains(SiteRoute.GATEWAY);
        }
    }

    @Test
    void a_missing_scope_at_the_gateway_explains_the_sites_403() {
        Reply noScope = Reply.status(401).json("{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}");
        try (RawServer server = server(r -> FORBIDDEN, r -> noScope)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            Failures.of(MissingScopeException.class, () -> fetch(connection));
            assertThat(connection.route()).contains(SiteRoute.GATEWAY);
        }
    }

    static Stream<Named<Reply>> answersThatKnowNoBetter() {
        return Stream.of(
                Named.of("401", REFUSED),
                Named.of("404, empty", Reply.status(404)),
                Named.of("429", Reply.status(429).header("Retry-After", "5")),
                Named.of("503", Reply.status(503)));
    }

    @ParameterizedTest
    @MethodSource("answersThatKnowNoBetter")
    void unless_the_gateway_knows_better_the_sites_403_stands(Reply gateway) {
        try (RawServer server = server(r -> FORBIDDEN, r -> gateway)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            PermissionDeniedException failure = Failures.of(PermissionDeniedException.class, () -> fetch(connection));
            assertThat(failure.denial()).contains(Denial.NOT_A_USER);
            assertThat(targets(server)).containsExactly(AT_SITE, TENANT_INFO, AT_GATEWAY);
        }
    }

    @Test
    void a_gateway_that_is_silent_leaves_the_sites_403() {
        try (RawServer server = server(r -> FORBIDDEN, r -> Reply.raw(""))) {
            Failures.of(PermissionDeniedException.class, () -> fetch(Calls.connect(runtime, server)));
        }
    }

    @Test
    void a_site_that_does_not_tell_its_cloud_id_is_not_lost_for_its_403() {
        try (RawServer server =
                RawServer.answering(r -> r.target().equals(TENANT_INFO) ? Reply.status(501) : FORBIDDEN)) {
            Failures.of(PermissionDeniedException.class, () -> fetch(Calls.connect(runtime, server)));
            assertThat(targets(server)).containsExactly(AT_SITE, TENANT_INFO);
        }
    }

    @Test
    void a_key_that_was_accepted_at_the_site_needs_no_second_opinion() {
        List<Reply> answers = new ArrayList<>(List.of(OK, FORBIDDEN));
        try (RawServer server = server(r -> answers.remove(0), r -> OK)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            fetch(connection);
            Failures.of(PermissionDeniedException.class, () -> fetch(connection));
            assertThat(targets(server)).containsExactly(AT_SITE, AT_SITE);
        }
    }

    @Test
    void a_403_of_the_edge_is_about_the_moment_and_not_about_the_route() {
        List<Reply> answers =
                new ArrayList<>(List.of(Reply.status(403).header("X-Cache", "Error from cloudfront"), OK));
        try (RawServer server = server(r -> answers.remove(0), r -> OK)) {
            fetch(Calls.connect(runtime, server));
            assertThat(targets(server)).containsExactly(AT_SITE, AT_SITE);
        }
    }

    @Test
    void the_sites_reason_is_kept_when_the_gateway_names_none() {
        try (RawServer server = server(r -> PASSWORD, r -> REFUSED)) {
            AuthenticationException failure =
                    Failures.of(AuthenticationException.class, () -> fetch(Calls.connect(runtime, server)));
            assertThat(failure.denial()).contains(Denial.PASSWORD);
            assertThat(targets(server)).containsExactly(AT_SITE, TENANT_INFO, AT_GATEWAY);
        }
    }

    @Test
    void a_key_with_scopes_that_the_site_takes_for_a_password_is_taken_at_the_gateway() {
        try (RawServer server = server(r -> PASSWORD, r -> OK)) {
            assertThat(fetch(Calls.connect(runtime, server))).hasToString("{id=42}");
        }
    }

    static Stream<Named<Reply>> captchas() {
        return Stream.of(
                Named.of("Seraph", REFUSED.header("X-Seraph-LoginReason", "AUTHENTICATION_DENIED")),
                Named.of(
                        "challenge",
                        REFUSED.header(
                                "X-Authentication-Denied-Reason", "CAPTCHA_CHALLENGE; login-url=https://x.example")),
                Named.of(
                        "challenge with a 403",
                        Reply.status(403).header("X-Authentication-Denied-Reason", "CAPTCHA_CHALLENGE")));
    }

    @ParameterizedTest
    @MethodSource("captchas")
    void an_account_that_is_locked_behind_a_captcha_is_not_tried_elsewhere(Reply locked) {
        try (RawServer server = server(r -> locked, r -> REFUSED)) {
            ConfluenceApiException failure =
                    Failures.of(ConfluenceApiException.class, () -> fetch(Calls.connect(runtime, server)));
            assertThat(failure.denial()).contains(Denial.CAPTCHA);
            assertThat(targets(server)).containsExactly(AT_SITE);
        }
    }

    @Test
    void an_ordinary_login_reason_is_no_captcha() {
        Reply failed = REFUSED.header("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
        try (RawServer server = server(r -> failed, r -> REFUSED)) {
            assertThat(Failures.of(AuthenticationException.class, () -> fetch(Calls.connect(runtime, server)))
                            .denial())
                    .isEmpty();
        }
    }

    static Stream<Named<Reply>> otherRefusals() {
        return Stream.of(
                Named.of(
                        "HTML with the same words",
                        Reply.status(403).body("text/html", "Current user not permitted to use Confluence")),
                Named.of("another JSON", Reply.status(403).json("{\"message\":\"Not permitted to see this page\"}")),
                Named.of("XSRF", Reply.status(403).body("text/plain", "XSRF check failed")));
    }

    @ParameterizedTest
    @MethodSource("otherRefusals")
    void another_403_names_no_reason(Reply forbidden) {
        try (RawServer server = server(r -> forbidden, r -> forbidden)) {
            assertThat(Failures.of(PermissionDeniedException.class, () -> fetch(Calls.connect(runtime, server)))
                            .denial())
                    .isEmpty();
        }
    }
}
