package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listing and reading pages. */
class PagesTest {

    private static final String PAGES = "/wiki/api/v2/pages";

    /** DOCS with one page of each status: 1 current, 2 archived, 3 trashed, 4 deleted, 5 draft. */
    private static Site statuses() {
        Site site = Site.empty();
        site.simulator().addSpace(SpaceSeed.builder("DOCS", "Docs").id("100").build());
        List<String> inOrder = List.of("current", "archived", "trashed", "deleted", "draft");
        for (String status : inOrder) {
            site.simulator()
                    .addPage(PageSeed.builder("DOCS", status)
                            .id(String.valueOf(inOrder.indexOf(status) + 1))
                            .status(PageStatus.fromWireName(status))
                            .build());
        }
        return site;
    }

    @Test
    void row_hasTheMembersAndNullsOfTheService() {
        SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-02-03T04:05:06.7Z"));
        try (Site site = Site.of(ConfluenceSimulator.builder().clock(clock))) {
            site.simulator()
                    .addSpace(SpaceSeed.builder("DOCS", "Docs").id("98309").build());
            site.simulator()
                    .addPage(PageSeed.builder("DOCS", "Home").id("98422").build());
            site.simulator()
                    .addPage(PageSeed.builder("DOCS", "Notes & more")
                            .id("98581")
                            .parentId("98422")
                            .authorId("author-1")
                            .build());

            JsonNode results = site.json(PAGES).path("results");

            assertThat(results.get(1).toString())
                    .isEqualTo("{\"id\":\"98581\",\"status\":\"current\",\"title\":\"Notes & more\","
                            + "\"spaceId\":\"98309\",\"parentId\":\"98422\",\"parentType\":\"page\",\"position\":0,"
                            + "\"authorId\":\"author-1\",\"ownerId\":\"author-1\",\"lastOwnerId\":null,"
                            + "\"createdAt\":\"2026-02-03T04:05:06.700Z\",\"body\":{},\"subtype\":null,"
                            + "\"version\":{\"number\":1,\"message\":\"\",\"minorEdit\":false,"
                            + "\"authorId\":\"author-1\",\"createdAt\":\"2026-02-03T04:05:06.700Z\"},"
                            + "\"_links\":{\"editui\":\"/pages/resumedraft.action?draftId=98581\","
                            + "\"webui\":\"/spaces/DOCS/pages/98581/Notes+%26+more\","
                            + "\"edituiv2\":\"/spaces/DOCS/pages/edit-v2/98581\",\"tinyui\":\"/x/FYEB\"}}");
            assertThat(results.get(0).path("parentId").isNull()).isTrue();
            assertThat(results.get(0).path("parentType").isNull()).isTrue();
            assertThat(results.get(0).at("/_links/webui").asText()).isEqualTo("/spaces/DOCS/overview");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/wiki/api/v2/pages                                        | 1 2",
                "/wiki/api/v2/spaces/100/pages                             | 1 2",
                "/wiki/api/v2/pages?status=current                         | 1",
                "/wiki/api/v2/pages?status=archived                        | 2",
                "/wiki/api/v2/pages?status=trashed                         | 3",
                "/wiki/api/v2/pages?status=deleted                         | 4",
                "/wiki/api/v2/pages?status=current,trashed                 | 1 3",
                "/wiki/api/v2/pages?status=current&status=archived,deleted | 1 2 4",
                "/wiki/api/v2/pages?id=5,4,3,2,1                           | 1 2",
                "/wiki/api/v2/pages?id=3,1&id=2&status=trashed,current     | 1 3",
                "/wiki/api/v2/pages?title=archived                         | 2",
                "/wiki/api/v2/pages?title=trashed                          |",
                "/wiki/api/v2/pages?space-id=100,7&sort=-id                | 2 1",
                "/wiki/api/v2/pages?space-id=7                             |",
            })
    void list_filtersByStatus_currentAndArchivedByDefault(String target, String expected) {
        try (Site site = statuses()) {
            assertThat(String.join(" ", site.ids(target))).isEqualTo(expected == null ? "" : expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, '',                        200, current",
        "2, '',                        200, archived",
        "3, '',                        200, trashed",
        "4, '',                        200, deleted",
        "5, '',                        404, ''",
        "5, ?get-draft=true,           200, draft",
        "5, ?status=draft,             200, draft",
        "1, ?status=current,           200, current",
        "1, '?status=archived,trashed', 404, ''",
        "3, '?status=current,trashed', 200, trashed",
        "1, ?get-draft=true,           200, current",
    })
    void byId_findsEveryStatusButDrafts(String id, String query, int status, String pageStatus) {
        try (Site site = statuses()) {
            var answer = site.get(PAGES + "/" + id + query);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(Site.tree(answer).path("status").asText()).isEqualTo(pageStatus);
        }
    }

    @Test
    void list_bySpaceSubtypeAndDepth() {
        try (Site site = Site.withPages(1)) {
            site.simulator().addSpace(SpaceSeed.builder("B", "B").id("101").build());
            site.simulator().addPage(PageSeed.builder("B", "Root").id("301").build());
            site.simulator()
                    .addPage(PageSeed.builder("B", "Live")
                            .id("302")
                            .parentId("301")
                            .live()
                            .build());

            assertThat(site.ids(PAGES + "?space-id=101")).containsExactly("301", "302");
            assertThat(site.ids(PAGES + "?space-id=100,101")).containsExactly("201", "301", "302");
            assertThat(site.ids(PAGES + "?subtype=live")).containsExactly("302");
            assertThat(site.values(PAGES + "?subtype=live", "subtype")).containsExactly("live");
            assertThat(site.ids(PAGES + "?subtype=page")).containsExactly("201", "301");
            assertThat(site.ids("/wiki/api/v2/spaces/101/pages?depth=root")).containsExactly("301");
            assertThat(site.ids("/wiki/api/v2/spaces/101/pages?depth=all")).containsExactly("301", "302");
        }
    }

    @Test
    void sort_byModifiedDate_followsTheLatestVersion() {
        SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-02-03T04:05:06Z"));
        try (Site site = Site.of(ConfluenceSimulator.builder().clock(clock))) {
            site.simulator().addSpace(SpaceSeed.of("DOCS", "Docs"));
            for (String id : List.of("1", "2", "3")) {
                site.simulator()
                        .addPage(PageSeed.builder("DOCS", "P" + id).id(id).build());
                clock.advance(Duration.ofMinutes(1));
            }
            site.simulator().updatePage("2", "<p>new</p>");

            assertThat(site.ids(PAGES + "?sort=-modified-date")).containsExactly("2", "3", "1");
            assertThat(site.ids(PAGES + "?sort=created-date")).containsExactly("1", "2", "3");
        }
    }

    @Test
    void body_isGivenOnlyIfAskedFor() {
        try (Site site = Site.withPages(1)) {
            assertThat(site.json(PAGES + "/201").path("body")).isEmpty();
            assertThat(site.json(PAGES + "/201?body-format=storage")
                            .path("body")
                            .toString())
                    .isEqualTo("{\"storage\":{\"representation\":\"storage\",\"value\":\"<p>Body 1</p>\"}}");
            assertThat(site.json(PAGES + "?body-format=storage")
                            .at("/results/0/body/storage/value")
                            .asText())
                    .isEqualTo("<p>Body 1</p>");
        }
    }

    @Test
    void adfBody_isATextThatHoldsJson() {
        try (Site site = Site.withPages(1)) {
            JsonNode adf = site.json("/wiki/api/v2/spaces/100/pages?body-format=atlas_doc_format")
                    .at("/results/0/body/atlas_doc_format");

            assertThat(adf.path("value").isTextual()).isTrue();
            assertThat(adf.path("representation").asText()).isEqualTo("atlas_doc_format");
            assertThat(Site.tree(adf.path("value").asText()).path("type").asText())
                    .isEqualTo("doc");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"view", "export_view", "anonymous_export_view", "styled_view", "editor"})
    void renderedBody_isGivenForOnePage(String format) {
        try (Site site = Site.withPages(1)) {
            JsonNode body = site.json(PAGES + "/201?body-format=" + format).at("/body/" + format);

            assertThat(body.path("representation").asText()).isEqualTo(format);
            assertThat(body.path("value").asText()).isEqualTo("<p>Body 1</p>");
        }
    }

    @Test
    void update_raisesTheVersion_andKeepsTheOldOneReadable() {
        try (Site site = Site.withPages(1)) {
            site.simulator().updatePage("201", "Renamed", "<p>Second</p>");

            JsonNode now = site.json(PAGES + "/201?body-format=storage");
            JsonNode before = site.json(PAGES + "/201?version=1&body-format=storage");

            assertThat(now.at("/version/number").asInt()).isEqualTo(2);
            assertThat(now.path("title").asText()).isEqualTo("Renamed");
            assertThat(now.at("/body/storage/value").asText()).isEqualTo("<p>Second</p>");
            assertThat(before.at("/version/number").asInt()).isEqualTo(1);
            assertThat(before.path("title").asText()).isEqualTo("Page 1");
            assertThat(before.path("status").asText()).isEqualTo("historical");
            assertThat(before.at("/body/storage/value").asText()).isEqualTo("<p>Body 1</p>");
        }
    }

    @Test
    void moveTrashArchiveRestoreRemove_doNotRaiseTheVersion() {
        try (Site site = Site.withPages(3)) {
            ConfluenceSimulator simulator = site.simulator();
            simulator.movePage("203", "202");
            simulator.archivePage("201");
            simulator.trashPage("202");

            assertThat(site.json(PAGES + "/203").path("parentId").asText()).isEqualTo("202");
            assertThat(site.json(PAGES + "/203").at("/version/number").asInt()).isEqualTo(1);
            assertThat(site.ids(PAGES + "?status=current")).containsExactly("203");
            simulator.restorePage("202");
            simulator.removePage("202");
            assertThat(site.get(PAGES + "/202").statusCode()).isEqualTo(404);
            assertThat(site.json(PAGES + "/203").path("parentId").isNull()).isTrue();
        }
    }

    @Test
    void titles_areUniqueInASpace_exceptInTheTrash() {
        try (Site site = Site.withPages(2)) {
            ConfluenceSimulator simulator = site.simulator();
            PageSeed again = PageSeed.of("DOCS", "Page 1", "");

            assertThatThrownBy(() -> simulator.addPage(again)).hasMessageContaining("Page 1");
            assertThatThrownBy(() -> simulator.renamePage("202", "Page 1")).hasMessageContaining("Page 1");
            simulator.archivePage("201");
            assertThatThrownBy(() -> simulator.addPage(again)).hasMessageContaining("Page 1");
            simulator.trashPage("201");
            simulator.addPage(again);
            assertThatThrownBy(() -> simulator.restorePage("201")).hasMessageContaining("Page 1");
        }
    }

    @Test
    void move_belowItself_orToAnotherSpace_isRefused() {
        try (Site site = Site.withPages(2)) {
            ConfluenceSimulator simulator = site.simulator();
            simulator.addSpace(SpaceSeed.of("B", "B"));
            String other = simulator.addPage(PageSeed.of("B", "Other", ""));
            simulator.movePage("202", "201");

            assertThatThrownBy(() -> simulator.movePage("201", "202")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> simulator.movePage("201", "201")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> simulator.movePage("201", other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void includes_areSubListsWithMetaAndLinks() {
        try (Site site = Site.withPages(2)) {
            site.simulator().labelPage("201", "alpha", "beta");
            site.simulator().movePage("202", "201");

            JsonNode page = site.json(PAGES + "/201?include-labels=true&include-properties=true&include-operations=true"
                    + "&include-likes=true&include-versions=true&include-direct-children=true"
                    + "&include-favorited-by-current-user-status=true&include-webresources=true"
                    + "&include-collaborators=true");

            assertThat(page.at("/labels/results").findValuesAsText("name")).containsExactly("alpha", "beta");
            assertThat(page.at("/labels/results/0/prefix").asText()).isEqualTo("global");
            assertThat(page.at("/labels/meta").toString()).isEqualTo("{\"hasMore\":false}");
            assertThat(page.at("/labels/_links/self").asText()).isEqualTo("/wiki/api/v2/pages/201/labels");
            assertThat(page.at("/properties/results").isArray()).isTrue();
            assertThat(page.at("/operations/results").findValuesAsText("operation"))
                    .contains("read", "update");
            assertThat(page.at("/likes/results").isArray()).isTrue();
            assertThat(page.at("/versions/results/0/number").asInt()).isEqualTo(1);
            assertThat(page.at("/directChildren/results/0/id").asText()).isEqualTo("202");
            assertThat(page.path("isFavoritedByCurrentUser").isBoolean()).isTrue();
            assertThat(page.has("subtype")).isFalse();
            assertThat(page.at("/_links/base").asText())
                    .isEqualTo(site.simulator().baseUri() + "/wiki");
        }
    }

    @Test
    void includes_stopAtFifty() {
        try (Site site = Site.withPages(1)) {
            site.simulator()
                    .labelPage(
                            "201",
                            IntStream.range(0, 51).mapToObj(i -> "label-" + i).toArray(String[]::new));
            for (int i = 0; i < 50; i++) {
                site.simulator().updatePage("201", "<p>" + i + "</p>");
            }

            JsonNode page = site.json(PAGES + "/201?include-labels=true&include-versions=true");

            assertThat(page.at("/labels/results")).hasSize(50);
            assertThat(page.at("/labels/meta/hasMore").asBoolean()).isTrue();
            assertThat(page.at("/labels/meta/cursor").asText()).isNotEmpty();
            assertThat(page.at("/versions/results")).hasSize(50);
            assertThat(page.at("/versions/results/0/number").asInt()).isEqualTo(51);
        }
    }

    @Test
    void version_canBeLeftOut() {
        try (Site site = Site.withPages(1)) {
            assertThat(site.json(PAGES + "/201").has("version")).isTrue();
            assertThat(site.json(PAGES + "/201?include-version=false").has("version"))
                    .isFalse();
        }
    }
}
