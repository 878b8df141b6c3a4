package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.error.MissingScopeException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.error.UnsupportedSiteException;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.testing.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which way a key goes: the site's host first, once by the gateway if it is refused there, then always the way that worked. */
@Timeout(20)
class RouteTest {
    private static final String CLOUD_ID = "11223344-a1b2-3b33-c444-def123456789";
    private static final String TENANT_INFO = "/_edge/tenant_info";
    private static final String AT_SITE = "/wiki/api/v2/pages/42?body-format=query-value";
    private static final String AT_GATEWAY = "/ex/confluence/" + CLOUD_ID + AT_SITE;
    private static final Reply OK = Reply.ok("{\"id\":\"42\"}");
    private static final Reply REFUSED = Reply.status(401);
    private static final Reply NO_SCOPE = Reply.status(401)
            .header("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK")
            .json("{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}");
    private static final Authorization OTHER = Authorization.basic("ann@example.com", Secret.of("another-key"));

    private final ManualTime time = new ManualTime();
    private final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().time(time).random(new FixedRandom(0)).build();

    @AfterEach
    void close() {
        runtime.close();
    }

    private static Object fetch(ConfluenceConnection connection) {
        return connection.fetch(Calls.GET, Object.class);
    }

    /** Plays a site and its gateway on one address. */
    private static RawServer server(Function<Received, Reply> site, Function<Received, Reply> gateway) {
        return RawServer.answering(request -> {
            if (request.target().equals(TENANT_INFO)) {
                return Reply.ok("{\"cloudId\":\"" + CLOUD_ID + "\",\"more\":1}");
            }
            return request.target().startsWith("/ex/") ? gateway.apply(request) : site.apply(request);
        });
    }

    private static List<String> targets(RawServer server) {
        return server.requests().stream().map(Received::target).toList();
    }

    @Test
    void a_key_without_scopes_goes_to_the_site_and_nothing_else_is_asked() {
        try (RawServer server = server(r -> OK, r -> REFUSED)) {
            fetch(Calls.connect(runtime, server));
            assertThat(targets(server)).containsExactly(AT_SITE);
        }
    }

    @Test
    void a_key_with_scopes_is_found_out_by_the_sites_refusal() {
        try (RawServer server = server(r -> REFUSED, r -> OK)) {
            assertThat(fetch(Calls.connect(runtime, server))).hasToString("{id=42}");
            assertThat(targets(server)).containsExactly(AT_SITE, TENANT_INFO, AT_GATEWAY);
        }
    }

    @Test
    void the_cloud_id_is_asked_without_the_key() {
        try (RawServer server = server(r -> REFUSED, r -> OK)) {
            fetch(Calls.connect(runtime, server));
            assertThat(server.requests())
                    .extracting(request -> request.header("authorization"))
                    .containsExactly(Calls.KEY.headerValue(), "", Calls.KEY.headerValue());
        }
    }

    @Test
    void the_route_that_worked_is_taken_at_once_the_next_time() {
        try (RawServer server = server(r -> REFUSED, r -> OK)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            fetch(connection);
            fetch(connection);
            assertThat(targets(server)).endsWith(AT_GATEWAY, AT_GATEWAY).hasSize(4);
        }
    }

    @Test
    void the_route_that_worked_is_told() {
        try (RawServer server = server(r -> REFUSED, r -> OK)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            fetch(connection);
            assertThat(connection.route()).contains(SiteRoute.GATEWAY);
        }
    }

    @Test
    void no_route_is_told_before_one_has_worked() {
        try (RawServer server = server(r -> REFUSED, r -> REFUSED)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            Failures.of(() -> fetch(connection));
            assertThat(connection.route()).isEmpty();
        }
    }

    @Test
    void a_cloud_id_that_is_known_is_not_asked_for() {
        try (RawServer server = server(r -> REFUSED, r -> OK)) {
            fetch(runtime.connect(ConfluenceSite.loopback(server.address()), () -> Calls.KEY, CLOUD_ID));
            assertThat(targets(server)).containsExactly(AT_SITE, AT_GATEWAY);
        }
    }

    @Test
    void a_wrong_key_costs_one_request_for_each_route() {
        try (RawServer server = server(r -> REFUSED, r -> REFUSED)) {
            Failures.of(AuthenticationException.class, () -> fetch(Calls.connect(runtime, server)));
            assertThat(targets(server)).containsExactly(AT_SITE, TENANT_INFO, AT_GATEWAY);
        }
    }

    @Test
    void a_key_that_worked_at_the_site_is_not_tried_at_the_gateway_when_it_is_revoked() {
        List<Reply> answers = new ArrayList<>(List.of(OK, REFUSED));
        try (RawServer server = server(r -> answers.remove(0), r -> OK)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            fetch(connection);
            Failures.of(AuthenticationException.class, () -> fetch(connection));
            assertThat(targets(server)).containsExactly(AT_SITE, AT_SITE);
        }
    }

    @Test
    void a_key_that_worked_at_the_gateway_is_not_tried_elsewhere_when_it_is_revoked() {
        List<Reply> answers = new ArrayList<>(List.of(OK, REFUSED));
        try (RawServer server = server(r -> REFUSED, r -> answers.remove(0))) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            fetch(connection);
            Failures.of(AuthenticationException.class, () -> fetch(connection));
            assertThat(targets(server)).endsWith(AT_GATEWAY, AT_GATEWAY).hasSize(4);
        }
    }

    @Test
    void a_key_that_was_exchanged_in_its_store_is_used_at_once() {
        List<Authorization> store = new ArrayList<>(List.of(Calls.KEY, OTHER));
        try (RawServer server = server(acceptingOnly(OTHER), r -> REFUSED)) {
            ConfluenceConnection connection = connect(server, store);
            assertThat(fetch(connection)).hasToString("{id=42}");
            assertThat(targets(server)).containsExactly(AT_SITE, AT_SITE);
        }
    }

    @Test
    void a_writing_call_is_repeated_with_the_new_key_too() {
        List<Authorization> store = new ArrayList<>(List.of(Calls.KEY, OTHER));
        try (RawServer server = server(acceptingOnly(OTHER), r -> REFUSED)) {
            connect(server, store).fetch(Calls.POST, Object.class);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void a_new_key_with_scopes_finds_its_way_in_the_same_call() {
        List<Authorization> store = new ArrayList<>(List.of(Calls.KEY, Calls.KEY, OTHER));
        try (RawServer server = server(r -> REFUSED, acceptingOnly(Calls.KEY, OTHER))) {
            ConfluenceConnection connection = connect(server, store);
            fetch(connection);
            fetch(connection);
            assertThat(connection.route()).contains(SiteRoute.GATEWAY);
        }
    }

    @Test
    void a_store_that_changes_at_every_question_does_not_make_a_loop() {
        int[] reads = {0};
        try (RawServer server = server(r -> REFUSED, r -> REFUSED)) {
            ConfluenceConnection connection = runtime.connect(
                    ConfluenceSite.loopback(server.address()),
                    () -> Authorization.basic("ann@example.com", Secret.of("key-" + reads[0]++)),
                    null);
            Failures.of(AuthenticationException.class, () -> fetch(connection));
            assertThat(server.requests()).hasSizeLessThanOrEqualTo(4);
        }
    }

    private ConfluenceConnection connect(RawServer server, List<Authorization> store) {
        return runtime.connect(
                ConfluenceSite.loopback(server.address()),
                () -> store.size() > 1 ? store.remove(0) : store.get(0),
                null);
    }

    private static Function<Received, Reply> acceptingOnly(Authorization... keys) {
        List<String> values =
                List.of(keys).stream().map(Authorization::headerValue).toList();
        return request -> values.contains(request.header("authorization")) ? OK : REFUSED;
    }

    @Test
    void a_missing_scope_is_told_apart_from_a_wrong_key() {
        try (RawServer server = server(r -> REFUSED, r -> NO_SCOPE)) {
            MissingScopeException failure =
                    Failures.of(MissingScopeException.class, () -> fetch(Calls.connect(runtime, server)));
            assertThat(failure).hasMessageContaining("lacks a scope");
        }
    }

    @Test
    void a_missing_scope_causes_no_further_request() {
        try (RawServer server = server(r -> REFUSED, r -> NO_SCOPE)) {
            Failures.of(MissingScopeException.class, () -> fetch(Calls.connect(runtime, server)));
            assertThat(targets(server)).containsExactly(AT_SITE, TENANT_INFO, AT_GATEWAY);
        }
    }

    @Test
    void a_missing_scope_shows_that_the_route_is_right() {
        try (RawServer server = server(r -> REFUSED, r -> NO_SCOPE)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            Failures.of(() -> fetch(connection));
            Failures.of(() -> fetch(connection));
            assertThat(targets(server)).endsWith(AT_GATEWAY, AT_GATEWAY).hasSize(4);
        }
    }

    @Test
    void a_passing_fault_of_the_gateway_does_not_send_the_key_back_to_the_site() {
        List<Reply> answers = new ArrayList<>(List.of(Reply.status(503), OK));
        try (RawServer server = server(r -> REFUSED, r -> answers.remove(0))) {
            fetch(Calls.connect(runtime, server));
            assertThat(targets(server)).containsExactly(AT_SITE, TENANT_INFO, AT_GATEWAY, AT_GATEWAY);
        }
    }

    @Test
    void a_missing_page_at_the_gateway_is_a_missing_page() {
        try (RawServer server = server(r -> REFUSED, r -> Reply.status(404))) {
            Failures.of(NotFoundException.class, () -> fetch(Calls.connect(runtime, server)));
        }
    }

    @Test
    void a_pause_asked_for_at_the_gateway_holds_for_the_site_as_well() {
        try (RawServer server = server(r -> REFUSED, r -> Reply.status(429).header("Retry-After", "200"))) {
            Failures.of(RateLimitedException.class, () -> fetch(Calls.connect(runtime, server)));
            Failures.of(RateLimitedException.class, () -> fetch(Calls.connect(runtime, server)));
            assertThat(targets(server)).containsExactly(AT_SITE, TENANT_INFO, AT_GATEWAY);
        }
    }

    @Test
    void asking_for_the_cloud_id_ends_with_the_calls_own_time() {
        try (RawServer server = RawServer.answering(request ->
                request.target().equals(TENANT_INFO) ? Reply.status(503).header("Retry-After", "8") : REFUSED)) {
            ConfluenceConnection hurried =
                    Calls.connect(runtime, server).with(CallOptions.defaults().timeout(Duration.ofSeconds(10)));
            Failures.of(() -> fetch(hurried));
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(8));
        }
    }

    @Test
    void an_address_that_names_no_cloud_id_is_no_confluence() {
        try (RawServer server = RawServer.answering(
                request -> request.target().equals(TENANT_INFO) ? Reply.ok("{\"cloudId\":\"../evil\"}") : REFUSED)) {
            UnsupportedSiteException failure = Failures.of(
                    UnsupportedSiteException.class,
                    () -> Calls.connect(runtime, server).cloudId());
            assertThat(failure.reason()).isEqualTo(UnsupportedSiteException.Reason.NOT_CONFLUENCE);
        }
    }

    @Test
    void the_cloud_id_is_asked_once() {
        try (RawServer server = server(r -> OK, r -> OK)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            assertThat(connection.cloudId() + connection.cloudId()).isEqualTo(CLOUD_ID + CLOUD_ID);
            assertThat(targets(server)).containsExactly(TENANT_INFO);
        }
    }

    @Test
    void a_refusal_at_a_site_without_a_cloud_id_is_told_as_what_it_is() {
        try (RawServer server =
                RawServer.answering(r -> r.target().equals(TENANT_INFO) ? Reply.status(404) : REFUSED)) {
            assertThat(Failures.of(() -> fetch(Calls.connect(runtime, server))))
                    .isInstanceOf(AuthenticationException.class);
            assertThat(targets(server)).containsExactly(AT_SITE, TENANT_INFO);
        }
    }

    @Test
    void a_missing_page_at_the_gateway_shows_that_the_route_is_right() {
        Reply missing = Reply.status(404).json("{\"errors\":[{\"status\":404,\"code\":\"NOT_FOUND\"}]}");
        try (RawServer server = server(r -> REFUSED, r -> missing)) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            Failures.of(() -> fetch(connection));
            Failures.of(() -> fetch(connection));
            assertThat(targets(server)).containsExactly(AT_SITE, TENANT_INFO, AT_GATEWAY, AT_GATEWAY);
        }
    }
}
