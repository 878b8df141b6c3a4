package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Properties, labels, versions and trees by the rules that the service has. */
class OwnedThingsTest {

    private static final String PAGE = "/wiki/api/v2/pages/201";
    private static final String V1 = "/wiki/rest/api/content/201";

    private final Site site = Site.withPages(1);

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> send(String method, String target, String body) {
        return site.send(site.request(target)
                .header("Authorization", Site.basic(Site.EMAIL, Site.KEY))
                .header("X-Atlassian-Token", "no-check")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String property(int number) {
        return "{\"key\":\"source\",\"value\":{\"row\":" + number + "},\"version\":{\"number\":" + number + "}}";
    }

    private String created() {
        return Site.tree(send("POST", PAGE + "/properties", "{\"key\":\"source\",\"value\":{\"row\":1}}"))
                .path("id")
                .asText();
    }

    @Test
    void property_isCreatedAsVersion1_andFoundByItsKey() {
        String id = created();

        JsonNode found = site.json(PAGE + "/properties?key=source").at("/results/0");
        assertThat(found.path("id").asText()).isEqualTo(id);
        assertThat(found.at("/value/row").asInt()).isEqualTo(1);
        assertThat(found.at("/version/number").asInt()).isEqualTo(1);
        assertThat(site.ids(PAGE + "/properties?key=other")).isEmpty();
    }

    @Test
    void property_ofASpace_isCreatedWith201() {
        HttpResponse<String> answer =
                send("POST", "/wiki/api/v2/spaces/100/properties", "{\"key\":\"theme\",\"value\":\"dark\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Site.tree(answer).has("createdBy")).isTrue();
    }

    @Test
    void properties_areInThePageAndTheSpace_whereAskedFor() {
        created();
        send("POST", "/wiki/api/v2/spaces/100/properties", "{\"key\":\"theme\",\"value\":\"dark\"}");

        for (String owner : List.of(PAGE, "/wiki/api/v2/spaces/100")) {
            assertThat(site.json(owner + "?include-properties=true").at("/properties/results"))
                    .hasSize(1)
                    .isEqualTo(site.json(owner + "/properties").path("results"));
            assertThat(site.json(owner).has("properties")).isFalse();
        }
    }

    @Test
    void property_isUpdatedToTheNextVersionOnly() {
        String one = PAGE + "/properties/" + created();

        assertThat(send("PUT", one, property(1)).statusCode()).isEqualTo(409);
        assertThat(send("PUT", one, property(3)).body()).contains("Current Version: [1]. Provided version: [3]");
        assertThat(send("PUT", one, property(2)).statusCode()).isEqualTo(200);
        assertThat(site.json(one).at("/value/row").asInt()).isEqualTo(2);
    }

    @Test
    void property_ofATakenKey_is400() {
        created();

        assertThat(send("POST", PAGE + "/properties", "{\"key\":\"source\",\"value\":1}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void property_thatIsDeleted_isNotThere() {
        String one = PAGE + "/properties/" + created();

        assertThat(send("DELETE", one, "").statusCode()).isEqualTo(204);
        assertThat(site.get(one).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", one, "").statusCode()).isEqualTo(404);
    }

    @Test
    void labels_areAddedByVersion1_andReadByVersion2() {
        send(
                "POST",
                V1 + "/label",
                "[{\"prefix\":\"global\",\"name\":\"FAQ\"},{\"prefix\":\"global\",\"name\":\"a/b\"}]");
        send("POST", V1 + "/label", "{\"prefix\":\"global\",\"name\":\"faq\"}");

        assertThat(site.values(PAGE + "/labels", "name")).containsExactly("faq", "a/b");
        assertThat(site.values(PAGE + "/labels?prefix=team", "name")).isEmpty();
    }

    @Test
    void label_withASlash_isRemovedByTheQueryOnly() {
        send("POST", V1 + "/label", "[{\"prefix\":\"global\",\"name\":\"a/b\"}]");

        assertThat(send("DELETE", V1 + "/label/a%2Fb", "").statusCode()).isEqualTo(400);
        assertThat(send("DELETE", V1 + "/label?name=a%2Fb", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", V1 + "/label/unused", "").statusCode()).isEqualTo(404);
    }

    @Test
    void versions_areListedNewestFirst_withBodiesWhereAskedFor() {
        edits(3);

        assertThat(site.values(PAGE + "/versions", "number")).containsExactly("4", "3", "2", "1");
        assertThat(site.json(PAGE + "/versions?body-format=storage&sort=modified-date")
                        .at("/results/1/page/body/storage/value")
                        .asText())
                .isEqualTo("<p>Edit 2</p>");
        JsonNode second = site.json(PAGE + "/versions/2");
        assertThat(List.of(
                        second.path("prevVersion").asInt(),
                        second.path("nextVersion").asInt()))
                .containsExactly(1, 3);
        assertThat(site.get(PAGE + "/versions/9").statusCode()).isEqualTo(404);
    }

    @Test
    void version_thatIsDeleted_isFollowedUpByTheLaterOnes() {
        edits(3);

        assertThat(send("DELETE", V1 + "/version/2", "").statusCode()).isEqualTo(204);
        assertThat(site.values(PAGE + "/versions", "number")).containsExactly("3", "2", "1");
        assertThat(site.json(PAGE + "?version=2&body-format=storage")
                        .at("/body/storage/value")
                        .asText())
                .isEqualTo("<p>Edit 3</p>");
        assertThat(send("DELETE", V1 + "/version/3", "").statusCode()).isEqualTo(400);
    }

    @Test
    void version_thatIsRestored_isANewOne() {
        edits(2);

        HttpResponse<String> answer = send(
                "POST",
                V1 + "/version",
                "{\"operationKey\":\"restore\",\"params\":{\"versionNumber\":2,\"message\":\"back\",\"restoreTitle\":false}}");

        assertThat(Site.tree(answer).path("number").asInt()).isEqualTo(4);
        assertThat(site.json(PAGE + "?body-format=storage")
                        .at("/body/storage/value")
                        .asText())
                .isEqualTo("<p>Edit 2</p>");
    }

    /** A chain of pages below 201: 301, 302 and so on. */
    private void chain(int length) {
        for (int i = 1; i <= length; i++) {
            site.simulator()
                    .addPage(PageSeed.builder("DOCS", "Level " + i)
                            .id(String.valueOf(300 + i))
                            .parentId(i == 1 ? "201" : String.valueOf(299 + i))
                            .build());
        }
    }

    @Test
    void descendants_areLookedAtTenLevelsDeepAtMost() {
        chain(12);

        assertThat(site.ids(PAGE + "/descendants")).containsExactly("301", "302");
        assertThat(site.ids(PAGE + "/descendants?depth=10")).hasSize(10).endsWith("310");
        assertThat(site.get(PAGE + "/descendants?depth=11").statusCode()).isEqualTo(400);
        assertThat(site.values(PAGE + "/descendants?depth=10", "depth"))
                .startsWith("1", "2")
                .endsWith("10");
    }

    @Test
    void descendants_arePagedByCursor() {
        chain(3);

        String next = site.json(PAGE + "/descendants?depth=3&limit=2")
                .at("/_links/next")
                .asText();
        assertThat(site.ids(next)).containsExactly("303");
    }

    @Test
    void ancestors_areTheNearestOnes_topmostFirst_withoutACursor() {
        chain(3);

        JsonNode answer = site.json("/wiki/api/v2/pages/303/ancestors?limit=2");
        assertThat(answer.has("_links")).isFalse();
        assertThat(site.ids("/wiki/api/v2/pages/303/ancestors?limit=2")).containsExactly("301", "302");
        assertThat(site.ids("/wiki/api/v2/pages/301/ancestors")).containsExactly("201");
        assertThat(site.ids(PAGE + "/ancestors")).isEmpty();
    }

    @Test
    void children_areThoseDirectlyBelow() {
        chain(2);

        assertThat(site.ids(PAGE + "/direct-children")).containsExactly("301");
    }

    private void edits(int count) {
        for (int i = 2; i <= count + 1; i++) {
            site.simulator().updatePage("201", "<p>Edit " + i + "</p>");
        }
    }
}
