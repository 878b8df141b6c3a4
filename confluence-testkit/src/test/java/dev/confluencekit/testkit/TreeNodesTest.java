package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders, whiteboards, databases and smart links. */
class TreeNodesTest {

    private static final String V2 = "/wiki/api/v2/";
    private static final String ADDRESS = "https://example.com/?a=1&b=<2";

    private final Site site = Site.withPages(1);
    private final Writes writes = new Writes(site);

    @AfterEach
    void close() {
        site.close();
    }

    private JsonNode create(String segment, String title, String parent) {
        return writes.done(
                200,
                "POST",
                V2 + segment,
                "{\"spaceId\":\"100\",\"title\":\"" + title + "\",\"parentId\":\"" + parent + "\",\"embedUrl\":\""
                        + ADDRESS + "\"}");
    }

    private List<String> titles(String target) {
        return site.json(target).findValuesAsText("title");
    }

    private int status(String target) {
        return site.get(target).statusCode();
    }

    @ParameterizedTest
    @CsvSource({"folders,folder", "whiteboards,whiteboard", "databases,database", "embeds,embed"})
    void each_isCreatedRead_andPutIntoTheTrash(String segment, String type) {
        JsonNode made = create(segment, "2027", "201");
        String one = V2 + segment + "/" + made.path("id").asText();

        assertThat(site.json(one)).isEqualTo(made);
        assertThat(made.path("type").asText()).isEqualTo(type);
        assertThat(made.path("title").asText()).isEqualTo("2027");
        assertThat(made.path("parentId").asText()).isEqualTo("201");
        assertThat(made.path("parentType").asText()).isEqualTo("page");
        assertThat(made.path("embedUrl").asText("none")).isEqualTo(type.equals("embed") ? ADDRESS : "none");
        assertThat(titles(V2 + "pages/201/direct-children")).containsExactly("2027");
        writes.done(204, "DELETE", one, "");
        assertThat(site.json(one).path("status").asText()).isEqualTo("trashed");
        assertThat(titles(V2 + "pages/201/direct-children")).isEmpty();
        assertThat(writes.send("DELETE", one, "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"folders", "whiteboards", "databases", "embeds"})
    void each_hasPropertiesAndOperations_andIsNotFoundAmongTheOthers(String segment) {
        String id = create(segment, "2027", "201").path("id").asText();
        String one = V2 + segment + "/" + id;

        writes.done(200, "POST", one + "/properties", "{\"key\":\"color\",\"value\":\"red\"}");
        assertThat(site.json(one + "/properties").findValuesAsText("value")).containsExactly("red");
        assertThat(site.json(one + "/operations").findValuesAsText("operation")).contains("read", "delete");
        assertThat(site.json(one + "/operations").findValuesAsText("targetType"))
                .doesNotContain("comment", "attachment");
        assertThat(status(V2 + "pages/" + id)).isEqualTo(404);
        assertThat(status(V2 + segment + "/201")).isEqualTo(404);
        assertThat(titles(V2 + "pages")).doesNotContain("2027");
    }

    @Test
    void pagesInAFolder_areItsChildren_andHaveItAbove() {
        String folder = create("folders", "2027", "201").path("id").asText();
        String board = create("whiteboards", "Plan", folder).path("id").asText();
        JsonNode page = writes.done(
                200,
                "POST",
                V2 + "pages",
                "{\"spaceId\":\"100\",\"title\":\"May\",\"parentId\":\"" + board + "\"," + Writes.storage("<p>x</p>")
                        + "}");

        assertThat(page.path("parentType").asText()).isEqualTo("whiteboard");
        assertThat(site.json(V2 + "folders/" + folder + "/direct-children").findValuesAsText("type"))
                .containsExactly("whiteboard");
        assertThat(titles(V2 + "folders/" + folder + "/descendants")).containsExactly("Plan", "May");
        assertThat(site.json(V2 + "pages/" + page.path("id").asText() + "/ancestors")
                        .findValuesAsText("type"))
                .containsExactly("page", "folder", "whiteboard");
        assertThat(site.json(V2 + "whiteboards/" + board + "/ancestors").findValuesAsText("id"))
                .containsExactly("201", folder);
    }

    @Test
    void titlesOfFolders_areNotUnique_butParentsAreInTheirSpace() {
        create("folders", "Page 1", "201");
        create("folders", "Page 1", "201");

        assertThat(titles(V2 + "pages/201/direct-children")).containsExactly("Page 1", "Page 1");
        String elsewhere = "{\"spaceId\":\"100\",\"title\":\"x\",\"parentId\":\"999\"}";
        assertThat(writes.send("POST", V2 + "folders", elsewhere).statusCode()).isEqualTo(404);
        JsonNode top = writes.done(200, "POST", V2 + "folders", "{\"spaceId\":\"100\"}");
        assertThat(top.path("parentId").isNull()).isTrue();
    }

    @Test
    void privateWhiteboard_isSeenByItsAuthorOnly() {
        String other = "other@northwind-cycles.example";
        try (Site both = Site.of(ConfluenceSimulator.builder().account(other, "key-other"))) {
            both.simulator()
                    .addSpace(
                            SpaceSeed.builder("DOCS", "Documentation").id("100").build());
            String body = "{\"spaceId\":\"100\",\"title\":\"Plan\"}";
            JsonNode made = new Writes(both).done(200, "POST", V2 + "whiteboards?private=true", body);
            String mine = V2 + "whiteboards/" + made.path("id").asText();

            assertThat(both.get(mine).statusCode()).isEqualTo(200);
            assertThat(both.getAs(other, "key-other", mine).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void folders_areFoundByTheSearchForEverything_butNotAmongContent() {
        create("folders", "2027", "201");
        create("databases", "2028", "201");

        assertThat(titles("/wiki/rest/api/search?cql=type=folder")).contains("2027");
        assertThat(titles("/wiki/rest/api/content/search?cql=type=folder")).isEmpty();
        assertThat(titles("/wiki/rest/api/content/search?cql=type=database")).contains("2028");
    }

    @Test
    void whiteboardsAndDatabases_areClassified_butHaveNoDrafts() {
        String level = site.simulator().community().addClassificationLevel("Secret");
        for (String segment : List.of("whiteboards", "databases")) {
            String one = V2 + segment + "/"
                    + create(segment, "2027", "201").path("id").asText() + "/classification-level";

            assertThat(writes.send("PUT", one, "{\"id\":\"" + level + "\",\"status\":\"draft\"}")
                            .statusCode())
                    .isEqualTo(400);
            writes.done(204, "PUT", one, "{\"id\":\"" + level + "\",\"status\":\"current\"}");
            assertThat(site.json(one).path("name").asText()).isEqualTo("Secret");
            writes.done(204, "POST", one + "/reset", "{\"status\":\"current\"}");
            assertThat(status(one)).isEqualTo(404);
        }
    }
}
