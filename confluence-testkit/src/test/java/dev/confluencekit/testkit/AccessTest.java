package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What credentials are worth, at the site and through the gateway, with and without anonymous access. */
class AccessTest {

    private static final String PAGES = "/wiki/api/v2/pages";
    private static final String USER = "/wiki/rest/api/user/current";

    private static HttpResponse<String> call(Site site, String credentials, String target) {
        SimulatedAccount account = site.simulator().account(Site.EMAIL);
        return switch (credentials) {
            case "good" -> site.get(target);
            case "none" -> site.getWithoutKey(target);
            case "wrong" -> site.getAs(Site.EMAIL, "some other text", target);
            case "stranger" -> site.getAs("nobody@northwind-cycles.example", Site.KEY, target);
            case "revoked" -> {
                ApiKey key = account.issueKey();
                key.revoke();
                yield site.getAs(Site.EMAIL, key.secret(), target);
            }
            case "expired" -> {
                Instant now = site.simulator().clock().instant();
                yield site.getAs(Site.EMAIL, account.issueKey().expireAt(now).secret(), target);
            }
            case "scoped" ->
                site.getAs(
                        Site.EMAIL,
                        account.issueScopedKey(ApiKey.READ_PAGE, ApiKey.READ_SPACE, ApiKey.READ_USER)
                                .secret(),
                        target);
            case "bearer" -> site.send(site.request(target).header("Authorization", "Bearer " + Site.KEY));
            case "garbage" -> site.send(site.request(target).header("Authorization", "Basic %%%"));
            case "unlicensed" ->
                site.getAs(
                        "jira-only@northwind-cycles.example",
                        site.simulator()
                                .account("jira-only@northwind-cycles.example")
                                .licensed(false)
                                .issueKey()
                                .secret(),
                        target);
            default -> throw new IllegalArgumentException(credentials);
        };
    }

    @ParameterizedTest
    @CsvSource({
        // credentials, anonymous access, pages at the site, user at the site, pages and user at the gateway
        "good,       false, 200, 200, 200, 200",
        "none,       false, 401, 403, 401, 401",
        "wrong,      false, 401, 401, 401, 401",
        "stranger,   false, 401, 401, 401, 401",
        "revoked,    false, 401, 401, 401, 401",
        "expired,    false, 401, 401, 401, 401",
        "bearer,     false, 401, 401, 401, 401",
        "garbage,    false, 401, 401, 401, 401",
        "scoped,     false, 401, 401, 200, 200",
        "unlicensed, false, 403, 403, 403, 403",
        "good,       true,  200, 200, 200, 200",
        "none,       true,  200, 200, 401, 401",
        "wrong,      true,  200, 200, 401, 401",
        "stranger,   true,  200, 200, 401, 401",
        "revoked,    true,  200, 200, 401, 401",
        "expired,    true,  200, 200, 401, 401",
        "bearer,     true,  200, 200, 401, 401",
        "garbage,    true,  200, 200, 401, 401",
        "scoped,     true,  401, 401, 200, 200",
        "unlicensed, true,  403, 403, 403, 403",
    })
    void credentials_atEachDoor_getTheirStatus(
            String credentials, boolean anonymous, int pages, int user, int gatewayPages, int gatewayUser) {
        try (Site site = Site.withPages(2)) {
            site.simulator().anonymousAccess(anonymous);
            String gateway = "/ex/confluence/" + site.simulator().cloudId();

            assertThat(call(site, credentials, PAGES).statusCode()).isEqualTo(pages);
            assertThat(call(site, credentials, USER).statusCode()).isEqualTo(user);
            assertThat(call(site, credentials, gateway + PAGES).statusCode()).isEqualTo(gatewayPages);
            assertThat(call(site, credentials, gateway + USER).statusCode()).isEqualTo(gatewayUser);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "wrong", "revoked", "expired"})
    void anonymousCaller_isAnswered200_asNobody(String credentials) {
        try (Site site = Site.withPages(2)) {
            site.simulator().anonymousAccess(true);

            assertThat(Site.tree(call(site, credentials, PAGES)).path("results"))
                    .isEmpty();
            assertThat(Site.tree(call(site, credentials, "/wiki/api/v2/spaces")).path("results"))
                    .isEmpty();
            assertThat(call(site, credentials, PAGES + "/201").statusCode()).isEqualTo(404);
            assertThat(call(site, credentials, "/wiki/api/v2/spaces/100").statusCode())
                    .isEqualTo(404);
            assertThat(Site.tree(call(site, credentials, USER)).path("type").asText())
                    .isEqualTo("anonymous");
        }
    }

    @Test
    void anonymousCaller_seesSpacesThatAreOpenToAll() {
        try (Site site = Site.withPages(1)) {
            site.simulator()
                    .addSpace(SpaceSeed.builder("OPEN", "Open")
                            .anonymousReadable()
                            .build());
            String page = site.simulator().addPage(PageSeed.of("OPEN", "For everybody", "<p>Hi</p>"));
            site.simulator().anonymousAccess(true);

            HttpResponse<String> pages = site.getWithoutKey(PAGES);

            assertThat(Site.tree(pages).findValuesAsText("title")).containsExactly("For everybody");
            assertThat(site.getWithoutKey(PAGES + "/" + page).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void scopedKey_withoutTheScope_isRefusedByTheGateway() {
        try (Site site = Site.withPages(1)) {
            ApiKey pagesOnly = site.simulator().account(Site.EMAIL).issueScopedKey(ApiKey.READ_PAGE);
            String gateway = "/ex/confluence/" + site.simulator().cloudId();

            HttpResponse<String> spaces = site.getAs(Site.EMAIL, pagesOnly.secret(), gateway + "/wiki/api/v2/spaces");

            assertThat(spaces.statusCode()).isEqualTo(401);
            assertThat(spaces.body()).isEqualTo("{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}");
            assertThat(spaces.headers().firstValue("X-Failure-Category")).contains("FAILURE_CLIENT_SCOPE_CHECK");
            assertThat(site.getAs(Site.EMAIL, pagesOnly.secret(), gateway + PAGES)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "read:space:confluence,           /wiki/api/v2/spaces",
        "read:space:confluence,           /wiki/api/v2/spaces/100",
        "read:page:confluence,            /wiki/api/v2/spaces/100/pages",
        "read:page:confluence,            /wiki/api/v2/pages",
        "read:page:confluence,            /wiki/api/v2/pages/201",
        "read:confluence-user,            /wiki/rest/api/user/current",
        "read:content-details:confluence, /wiki/rest/api/user/current",
    })
    void scopedKey_withTheOneScopeOfTheOperation_works(String scope, String path) {
        try (Site site = Site.withPages(1)) {
            ApiKey key = site.simulator().account(Site.EMAIL).issueScopedKey(scope);
            String gateway = "/ex/confluence/" + site.simulator().cloudId();

            assertThat(site.getAs(Site.EMAIL, key.secret(), gateway + path).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void key_pastItsExpiry_stopsWorking() {
        SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-03-01T00:00:00Z"));
        try (Site site = Site.of(ConfluenceSimulator.builder().clock(clock))) {
            ApiKey key =
                    site.simulator().account(Site.EMAIL).issueKey().expireAt(Instant.parse("2026-03-02T00:00:00Z"));

            assertThat(site.getAs(Site.EMAIL, key.secret(), USER).statusCode()).isEqualTo(200);
            clock.advance(Duration.ofDays(1));
            assertThat(site.getAs(Site.EMAIL, key.secret(), USER).statusCode()).isEqualTo(401);
            assertThat(site.get(USER).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void spaceAndPageRestrictions_hideWhatIsBelowThem() {
        try (Site site = Site.withPages(1)) {
            ConfluenceSimulator simulator = site.simulator();
            simulator.addSpace(SpaceSeed.builder("BOARD", "Board")
                    .visibleTo("chair@x.example")
                    .build());
            String secret = simulator.addPage(PageSeed.of("BOARD", "Plan", "<p/>"));
            String restricted = simulator.addPage(PageSeed.builder("DOCS", "Salaries")
                    .visibleTo("chair@x.example")
                    .build());
            String below = simulator.addPage(
                    PageSeed.builder("DOCS", "Bands").parentId(restricted).build());
            String chair = simulator.account("Chair@x.example").issueKey().secret();

            assertThat(site.ids(PAGES)).containsExactly("201");
            assertThat(site.values("/wiki/api/v2/spaces", "key")).containsExactly("DOCS");
            assertThat(site.get(PAGES + "/" + secret).statusCode()).isEqualTo(404);
            assertThat(site.get(PAGES + "/" + below).statusCode()).isEqualTo(404);
            assertThat(Site.tree(site.getAs("chair@x.example", chair, PAGES)).path("results"))
                    .hasSize(4);
        }
    }

    @Test
    void gateway_ofAnotherSite_isNotFound() {
        try (Site site = Site.empty()) {
            assertThat(site.get("/ex/confluence/00000000-0000-0000-0000-000000000000" + PAGES)
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
