package dev.confluencekit.integration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.confluencekit.integration.LiteralSite.GATEWAY;
import static dev.confluencekit.integration.LiteralSite.NOW;
import static dev.confluencekit.integration.LiteralSite.SPACES;
import static dev.confluencekit.integration.LiteralSite.TENANT_INFO;
import static dev.confluencekit.integration.LiteralSite.USER;
import static dev.confluencekit.integration.LiteralSite.html;
import static dev.confluencekit.integration.LiteralSite.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.internal.connection.KeyHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The situations of {@link VerdictTableTest} in which something answers, word for word as the service does. */
final class Situations {
    private static final ResponseDefinitionBuilder UNAUTHORIZED = json(401, Literal.UNAUTHORIZED);
    private static final ResponseDefinitionBuilder AT_GATEWAY_UNAUTHORIZED = json(401, Literal.GATEWAY_UNAUTHORIZED);
    private static final ResponseDefinitionBuilder NO_SCOPE =
            json(401, Literal.SCOPE_DOES_NOT_MATCH).withHeader("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK");
    private static final ResponseDefinitionBuilder NOT_PERMITTED = json(403, Literal.NOT_PERMITTED);
    private static final ResponseDefinitionBuilder THROTTLED =
            json(429, "{\"code\":429,\"message\":\"Rate limit exceeded\"}").withHeader("Retry-After", "120");
    private static final ResponseDefinitionBuilder EDGE_FAULT = html(
                    403, "<html>ERROR: The request could not be satisfied</html>")
            .withHeader("X-Cache", "Error from cloudfront");
    private static final KeyHistory NOTHING = KeyHistory.none();

    private final Map<String, Function<LiteralSite, ConnectionReport>> all = new HashMap<>();

    Situations() {
        accepted();
        refused();
        notConfluence();
        undecided();
        undecidedSpaces();
    }

    ConnectionReport play(String situation, LiteralSite site) {
        Function<LiteralSite, ConnectionReport> known = all.get(situation);
        if (known == null) {
            throw new AssertionError("no such situation: " + situation);
        }
        return known.apply(site);
    }

    boolean has(String situation) {
        return all.containsKey(situation);
    }

    private void add(String situation, Function<LiteralSite, ConnectionReport> played) {
        all.put(situation, played);
    }

    /** The key is taken, but for one answer at the site. */
    private void add(String situation, String path, ResponseDefinitionBuilder answer) {
        add(situation, site -> site.takesTheKey().on(path, answer).test(NOTHING));
    }

    private static KeyHistory ends(Instant end, KeyLife.Source source) {
        return new KeyHistory(new KeyLife(end, source), null);
    }

    private static KeyHistory acceptedBefore() {
        return new KeyHistory(KeyLife.unknown(), NOW.minus(Duration.ofDays(1)));
    }

    private void accepted() {
        add("a known user, a space", site -> site.takesTheKey().test(NOTHING));
        add("250 spaces and more", SPACES, json(200, spaces(250, true)));
        add("no space visible", SPACES, json(200, Literal.NO_SPACE));
        add("an administrator", USER, json(200, Literal.KNOWN_USER.replace("\"create_space\"", "\"administer\"")));
        add("operations are not told", USER, json(200, "{\"type\":\"known\",\"accountId\":\"712020:1\"}"));
        add(
                "the key ends in 31 days",
                site -> site.takesTheKey().test(ends(NOW.plus(Duration.ofDays(31)), KeyLife.Source.STATED)));
        add(
                "the key ends in 30 days",
                site -> site.takesTheKey().test(ends(NOW.plus(Duration.ofDays(30)), KeyLife.Source.STATED)));
        add(
                "past its stated end, but accepted",
                site -> site.takesTheKey().test(ends(NOW.minus(Duration.ofDays(1)), KeyLife.Source.STATED)));
        add(
                "by the service's clock the key ends in 30 days",
                site -> site.takesTheKey()
                        .on(USER, dated(Literal.KNOWN_USER, "Wed, 25 Nov 2026 10:15:30 GMT"))
                        .on(SPACES, dated(Literal.ONE_SPACE, "Wed, 25 Nov 2026 10:15:30 GMT"))
                        .test(ends(NOW.plus(Duration.ofDays(31)), KeyLife.Source.AT_THE_LATEST)));
        add("the rate limit is near", USER, json(200, Literal.KNOWN_USER).withHeader("X-RateLimit-NearLimit", "true"));
        add("clocks 5 minutes apart", SPACES, dated(Literal.ONE_SPACE, "Tue, 24 Nov 2026 10:20:30 GMT"));
        add("the clock is slow", SPACES, dated(Literal.ONE_SPACE, "Tue, 24 Nov 2026 10:20:31 GMT"));
        add("the clock is fast", SPACES, dated(Literal.ONE_SPACE, "Tue, 24 Nov 2026 10:10:29 GMT"));
        add(
                "a key with scopes",
                site -> site.takesKeysAtTheGatewayOnly()
                        .on(GATEWAY + USER, json(200, Literal.KNOWN_USER))
                        .on(GATEWAY + SPACES, json(200, Literal.ONE_SPACE))
                        .test(NOTHING));
        add(
                "not permitted at the site, taken at the gateway",
                site -> site.takesTheKey()
                        .on(USER, NOT_PERMITTED)
                        .on(GATEWAY + USER, json(200, Literal.KNOWN_USER))
                        .on(GATEWAY + SPACES, json(200, Literal.ONE_SPACE))
                        .test(NOTHING));
    }

    private static ResponseDefinitionBuilder dated(String body, String date) {
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withHeader("Date", date)
                .withBody(body);
    }

    private static String spaces(int number, boolean more) {
        String rows = IntStream.range(0, number)
                .mapToObj(i -> "{\"id\":\"" + i + "\",\"key\":\"S" + i + "\"}")
                .collect(Collectors.joining(","));
        String next = more ? "\"next\":\"/wiki/api/v2/spaces?cursor=abc\"," : "";
        return "{\"results\":[" + rows + "],\"_links\":{" + next + "\"base\":\"https://acme.atlassian.net/wiki\"}}";
    }

    private static LiteralSite refusing(LiteralSite site) {
        return site.takesKeysAtTheGatewayOnly().on(GATEWAY + USER, AT_GATEWAY_UNAUTHORIZED);
    }

    private void refused() {
        add("401 on both routes", site -> refusing(site).test(NOTHING));
        add(
                "401, its stated end has passed",
                site -> refusing(site).test(ends(NOW.minus(Duration.ofDays(1)), KeyLife.Source.STATED)));
        add(
                "401, its latest end has passed",
                site -> refusing(site).test(ends(NOW.minus(Duration.ofDays(1)), KeyLife.Source.AT_THE_LATEST)));
        add("401, accepted before", site -> refusing(site).test(acceptedBefore()));
        add(
                "401, accepted before, its end not passed",
                site -> refusing(site)
                        .test(new KeyHistory(
                                new KeyLife(NOW.plus(Duration.ofDays(9)), KeyLife.Source.STATED),
                                NOW.minus(Duration.ofDays(1)))));
        add(
                "a password",
                site -> refusing(site)
                        .on(USER, json(401, "{\"message\":\"Basic authentication with passwords is deprecated.\"}"))
                        .test(NOTHING));
        add(
                "CAPTCHA, as Seraph says it",
                site -> refusing(site)
                        .on(USER, json(401, "").withHeader("X-Seraph-LoginReason", "AUTHENTICATION_DENIED"))
                        .test(acceptedBefore()));
        add(
                "CAPTCHA, as a challenge",
                site -> refusing(site)
                        .on(
                                USER,
                                html(401, "")
                                        .withHeader(
                                                "X-Authentication-Denied-Reason",
                                                "CAPTCHA_CHALLENGE; login-url=https://acme.example/login"))
                        .test(NOTHING));
        add("200 as nobody", USER, json(200, Literal.ANONYMOUS_USER));
        add(
                "200 as nobody, its stated end has passed",
                site -> site.takesTheKey()
                        .on(USER, json(200, Literal.ANONYMOUS_USER))
                        .test(ends(NOW.minus(Duration.ofDays(1)), KeyLife.Source.STATED)));
        add("200 without an account id", USER, json(200, "{\"type\":\"known\",\"accountId\":\"\"}"));
        add("an account that is no more", USER, json(200, "{\"type\":\"unknown\",\"accountId\":\"712020:1\"}"));
        add(
                "no scope for the account",
                site -> site.takesKeysAtTheGatewayOnly()
                        .on(GATEWAY + USER, NO_SCOPE)
                        .test(NOTHING));
        add(
                "no scope for spaces",
                site -> site.takesKeysAtTheGatewayOnly()
                        .on(GATEWAY + USER, json(200, Literal.KNOWN_USER))
                        .on(GATEWAY + SPACES, NO_SCOPE)
                        .test(NOTHING));
        add(
                "not permitted on both routes",
                site -> site.takesTheKey()
                        .on(USER, NOT_PERMITTED)
                        .on(GATEWAY + USER, NOT_PERMITTED)
                        .test(NOTHING));
        add(
                "not permitted at the site, 401 at the gateway",
                site -> site.takesTheKey()
                        .on(USER, NOT_PERMITTED)
                        .on(GATEWAY + USER, AT_GATEWAY_UNAUTHORIZED)
                        .test(NOTHING));
        add("401 for spaces", SPACES, UNAUTHORIZED);
    }

    private void notConfluence() {
        add("no cloud id, 404", TENANT_INFO, html(404, "<html><body>No site here</body></html>"));
        add("no cloud id, a login page", TENANT_INFO, html(200, Literal.LOGIN_PAGE));
        add(
                "no cloud id, redirected",
                TENANT_INFO,
                aResponse().withStatus(302).withHeader("Location", "https://id.atlassian.com/login"));
    }

    private void undecided() {
        add("429", USER, THROTTLED);
        add("403 with a time to come back", USER, html(403, "").withHeader("Retry-After", "120"));
        add("an earlier 429 still holds", site -> {
            site.takesTheKey().on(USER, THROTTLED).test(NOTHING);
            return site.takesTheKey().test(NOTHING);
        });
        add("500", USER, json(500, "{\"statusCode\":500,\"message\":\"Internal Server Error\"}"));
        add("503", USER, aResponse().withStatus(503));
        add("403 of the edge", USER, EDGE_FAULT);
        add(
                "403 in HTML on both routes",
                site -> site.takesTheKey()
                        .on(USER, html(403, "<html>Forbidden</html>"))
                        .on(GATEWAY + USER, html(403, "<html>Forbidden</html>"))
                        .test(NOTHING));
        add(
                "403, XSRF check failed",
                site -> site.takesTheKey()
                        .on(USER, aResponse().withStatus(403).withBody("XSRF check failed"))
                        .on(GATEWAY + USER, AT_GATEWAY_UNAUTHORIZED)
                        .test(NOTHING));
        add("404", USER, json(404, "{\"statusCode\":404,\"message\":\"Not Found\"}"));
        add(
                "410",
                USER,
                json(410, "{\"statusCode\":410,\"message\":\"GoneException: This endpoint has been removed.\"}"));
        add("lost before an answer", USER, aResponse().withFault(Fault.EMPTY_RESPONSE));
        add("lost in the answer", USER, json(200, Literal.KNOWN_USER).withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        add("no HTTP", USER, aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
        add("JSON that breaks off", USER, json(200, "{\"type\": \"known\", \"accountId\": "));
        add("broken JSON", USER, json(200, "{\"type\": known}"));
        add("JSON of another shape", USER, json(200, "[\"known\"]"));
        add("a login page for the account", USER, html(200, Literal.LOGIN_PAGE));
        add(
                "the account is redirected",
                USER,
                aResponse().withStatus(302).withHeader("Location", "https://id.atlassian.com/login"));
        add("503 for the cloud id", TENANT_INFO, aResponse().withStatus(503));
        add("429 for the cloud id", TENANT_INFO, THROTTLED);
        add("no credential", site -> {
            site.takesTheKey();
            return LiteralSite.test(
                    site.runtime(),
                    site.site(),
                    () -> {
                        throw new CredentialException("There is no credential \"kb-bot\"; looked in the vault.");
                    },
                    NOTHING);
        });
    }

    private void undecidedSpaces() {
        add("500 for spaces", SPACES, json(500, "{}"));
        add("504 for spaces", SPACES, html(504, "<html>Gateway Time-out</html>"));
        add("429 for spaces", SPACES, THROTTLED);
        add("403 for spaces", SPACES, json(403, "{\"errors\":[{\"status\":403,\"code\":\"FORBIDDEN\"}]}"));
        add("not permitted for spaces", SPACES, NOT_PERMITTED);
        add("404 for spaces", SPACES, json(404, "{\"errors\":[{\"status\":404,\"code\":\"NOT_FOUND\"}]}"));
        add("a login page for spaces", SPACES, html(200, Literal.LOGIN_PAGE));
    }
}
