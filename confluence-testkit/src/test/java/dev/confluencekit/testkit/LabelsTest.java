package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Labels of attachments, of spaces and of the whole site, and what has them. */
class LabelsTest {

    private static final String ALL = "/wiki/api/v2/labels";

    private final Site site = Site.empty();
    private final Writes writes = new Writes(site);
    private final String file;

    LabelsTest() {
        ConfluenceSimulator simulator = site.simulator();
        simulator.addSpace(SpaceSeed.builder("DOCS", "Documentation")
                .id("100")
                .labels("handbook")
                .build());
        simulator.addSpace(SpaceSeed.builder("HR", "People")
                .id("110")
                .visibleTo("somebody@else.example")
                .build());
        simulator.addPage(
                PageSeed.builder("DOCS", "Beta").id("201").labels("faq", "oil").build());
        simulator.addPage(
                PageSeed.builder("DOCS", "Alpha").id("202").labels("faq").build());
        simulator.addPage(
                PageSeed.builder("HR", "Salaries").id("301").labels("secret").build());
        file = simulator.addAttachment("201", "a.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void label(String content, String prefix, String name) {
        writes.done(
                200,
                "POST",
                "/wiki/rest/api/content/" + content + "/label",
                "[{\"prefix\":\"" + prefix + "\",\"name\":\"" + name + "\"}]");
    }

    private String id(String name) {
        for (JsonNode label : site.json(ALL).path("results")) {
            if (label.path("name").asText().equals(name)) {
                return label.path("id").asText();
            }
        }
        throw new AssertionError("no label " + name);
    }

    @Test
    void attachment_isLabelledByVersion1_andReadByVersion2() {
        label(file, "global", "draft");
        String own = "/wiki/api/v2/attachments/" + file + "/labels";

        assertThat(site.values(own, "name")).containsExactly("draft");
        assertThat(site.values("/wiki/api/v2/pages/201/labels", "name")).containsExactly("faq", "oil");
        assertThat(site.json("/wiki/api/v2/attachments/" + file + "?include-labels=true")
                        .at("/labels/results/0/name")
                        .asText())
                .isEqualTo("draft");
        assertThat(writes.send("DELETE", "/wiki/rest/api/content/" + file + "/label/draft", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(site.values(own, "name")).isEmpty();
        assertThat(writes.send("DELETE", "/wiki/rest/api/content/" + file + "/label/draft", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void labels_haveTheirPrefixes_andOrders() {
        label("202", "team", "bikes");
        String own = "/wiki/api/v2/pages/202/labels";

        assertThat(site.values(own + "?sort=name", "name")).containsExactly("bikes", "faq");
        assertThat(site.values(own + "?sort=-name", "name")).containsExactly("faq", "bikes");
        assertThat(site.values(own + "?sort=-created-date", "name")).containsExactly("bikes", "faq");
        assertThat(site.values(own + "?prefix=team", "name")).containsExactly("bikes");
        assertThat(site.values(own + "?prefix=team", "prefix")).containsExactly("team");
        assertThat(site.values(own + "?prefix=global", "name")).containsExactly("faq");
        assertThat(site.get(own + "?sort=size").statusCode()).isEqualTo(400);
        assertThat(writes.send(
                                "POST",
                                "/wiki/rest/api/content/202/label",
                                "[{\"prefix\":\"global\",\"name\":\"two words\"}]")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void site_hasTheLabelsOfWhatTheCallerSees() {
        assertThat(site.values(ALL + "?sort=name", "name")).containsExactly("faq", "handbook", "oil");
        assertThat(site.values(ALL + "?prefix=team", "name")).containsExactly("handbook");
        assertThat(site.values(ALL + "?label-id=" + id("oil"), "name")).containsExactly("oil");
        String next = site.json(ALL + "?sort=name&limit=2").at("/_links/next").asText();
        assertThat(site.values(next, "name")).containsExactly("oil");
    }

    @Test
    void label_leadsToPagesAndAttachments() {
        label(file, "global", "faq");
        String faq = ALL + "/" + id("faq");

        assertThat(site.ids(faq + "/pages")).containsExactly("201", "202");
        assertThat(site.ids(faq + "/pages?sort=title")).containsExactly("202", "201");
        assertThat(site.ids(faq + "/pages?space-id=110")).isEmpty();
        assertThat(site.ids(faq + "/attachments")).containsExactly(file);
        assertThat(site.ids(faq + "/blogposts")).isEmpty();
        assertThat(site.get(faq + "/blogposts?sort=title").statusCode()).isEqualTo(400);
        assertThat(site.get(ALL + "/1/pages").statusCode()).isEqualTo(404);
    }

    @Test
    void space_hasTeamLabels_andItsContentHasItsOwn() {
        assertThat(site.values("/wiki/api/v2/spaces/100/labels", "name")).containsExactly("handbook");
        assertThat(site.values("/wiki/api/v2/spaces/100/labels?prefix=my", "name"))
                .isEmpty();
        assertThat(site.values("/wiki/api/v2/spaces/100/content/labels", "name"))
                .containsExactly("faq", "oil");
        assertThat(site.get("/wiki/api/v2/spaces/110/labels").statusCode()).isEqualTo(404);
    }

    @Test
    void attachment_hasVersions_andSubLists() {
        String one = "/wiki/api/v2/attachments/" + file;
        writes.done(200, "POST", one + "/properties", "{\"key\":\"k\",\"value\":[1]}");

        JsonNode whole = site.json(
                one + "?include-properties=true&include-operations=true&include-versions=true&include-version=false");
        assertThat(whole.at("/properties/results/0/key").asText()).isEqualTo("k");
        assertThat(whole.at("/operations/results")).hasSize(3);
        assertThat(whole.at("/versions/results")).hasSize(1);
        assertThat(whole.has("version")).isFalse();
        assertThat(site.json(one + "/versions/1").path("number").asInt()).isEqualTo(1);
        assertThat(site.get(one + "/versions/2").statusCode()).isEqualTo(404);
        assertThat(site.values(one + "/properties", "key")).containsExactly("k");
    }

    @Test
    void ids_areConvertedToTypes_nullForWhatIsNotThereOrNotSeen() {
        String comment = site.simulator().community().comment("201", "712020:a", "<p>x</p>");

        JsonNode types = writes.done(
                        200,
                        "POST",
                        "/wiki/api/v2/content/convert-ids-to-types",
                        "{\"contentIds\":[\"201\",301,\"" + comment + "\",\"" + file + "\",\"999\"]}")
                .path("results");

        assertThat(types.path("201").asText()).isEqualTo("page");
        assertThat(types.path("301").isNull()).isTrue();
        assertThat(types.path(comment).asText()).isEqualTo("footer-comment");
        assertThat(types.path(file).asText()).isEqualTo("attachment");
        assertThat(types.path("999").isNull()).isTrue();
    }
}
