package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of CQL that the simulator knows. */
class SearchTest {

    private static final String SEARCH = "/wiki/rest/api/content/search?cql=";

    private final SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-10-01T08:00:00Z"));
    private final Site site = Site.of(ConfluenceSimulator.builder().clock(clock));

    SearchTest() {
        ConfluenceSimulator simulator = site.simulator();
        simulator.addSpace(SpaceSeed.of("DOCS", "Documentation"));
        simulator.addSpace(SpaceSeed.builder("OLD", "Old").archived().build());
        page("DOCS", "1001", "Home", "", "2026-09-01T00:00:00Z");
        simulator.addPage(seed("DOCS", "1002", "Return \"policy\"", "<p>Money back</p>", "2026-09-20T10:30:30Z")
                .parentId("1001")
                .labels("policy", "public")
                .build());
        simulator.addPage(seed("DOCS", "1003", "Shipping", "<p>Moneyless</p>", "2026-09-30T12:00:00Z")
                .parentId("1002")
                .build());
        page("OLD", "1004", "Archive", "<p>Money</p>", "2026-09-01T00:00:00Z");
    }

    private void page(String space, String id, String title, String body, String at) {
        site.simulator().addPage(seed(space, id, title, body, at).build());
    }

    private static PageSeed.Builder seed(String space, String id, String title, String body, String at) {
        return PageSeed.builder(space, title).id(id).storage(body).createdAt(Instant.parse(at));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String encoded(String cql) {
        return URLEncoder.encode(cql, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "space = DOCS|1001,1002,1003",
                "space = \"docs\" and type = page|1001,1002,1003",
                "space in (DOCS, OLD) and not title = Home|1002,1003",
                "id not in (1001, 1002)|1003",
                "title = \"Return \\\"policy\\\"\"|1002",
                "title ~ policy|1002",
                "text ~ money|1002",
                "text ~ mon|''",
                "label = policy or title = Shipping|1002,1003",
                "label != policy|1001,1003",
                "ancestor = 1001|1002,1003",
                "parent = 1001|1002",
                "lastmodified >= \"2026-09-20 10:30\"|1002,1003",
                "lastmodified >= \"2026/09/20 10:31\"|1003",
                "lastmodified > \"2026-09-30\"|1003",
                "lastmodified >= now(\"-2d\")|1003",
                "created < startOfDay(\"-20d\")|1001",
                "type = page order by lastmodified desc|1003,1002,1001",
                "(type = page) order by title|1001,1002,1003"
            })
    void understoodQuery_findsThese(String cql, String ids) {
        List<String> expected = ids.isEmpty() ? List.of() : List.of(ids.split(","));
        assertThat(site.ids(SEARCH + encoded(cql))).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "favourite = currentUser()",
                "space DOCS",
                "space = ",
                "title = \"open",
                "lastmodified >= yesterday",
                "lastmodified >= now(\"-1x\")",
                "lastmodified ~ now()",
                "space = DOCS order by beauty",
                "space = DOCS space = DOCS"
            })
    void otherQuery_is400(String cql) {
        assertThat(site.get(SEARCH + encoded(cql)).statusCode()).isEqualTo(400);
    }

    @Test
    void archivedSpaces_areAskedForByName() {
        assertThat(site.ids(SEARCH + encoded("text ~ money") + "&includeArchivedSpaces=true"))
                .containsExactly("1002", "1004");
    }

    @Test
    void wholeResult_saysWhereItIs() {
        assertThat(site.json("/wiki/rest/api/search?cql=" + encoded("id = 1002"))
                        .at("/results/0/content/id")
                        .asText())
                .isEqualTo("1002");
        assertThat(site.json("/wiki/rest/api/search?cql=type=page")
                        .path("totalSize")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void next_lacksItsBeginning_andLeadsToTheRest() {
        List<String> ids = new ArrayList<>(site.ids(SEARCH + "type=page&limit=2"));
        String next = site.json(SEARCH + "type=page&limit=2").at("/_links/next").asText();
        assertThat(next).startsWith("/rest/api/content/search?cql=type%3Dpage&limit=2&cursor=");
        ids.addAll(site.ids("/wiki" + next));
        assertThat(ids).containsExactly("1001", "1002", "1003");
    }

    @Test
    void trashedPages_areNotFound_andTheIndexLags() {
        site.simulator().listingLag(Duration.ofSeconds(20));
        site.simulator().trashPage("1002");
        assertThat(site.ids(SEARCH + "type=page")).contains("1002");
        clock.advance(Duration.ofSeconds(20));
        assertThat(site.ids(SEARCH + "type=page")).doesNotContain("1002");
    }
}
