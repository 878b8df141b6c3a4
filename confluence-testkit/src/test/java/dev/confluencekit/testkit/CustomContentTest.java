package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What apps define: custom content. */
class CustomContentTest {

    private static final String ALL = "/wiki/api/v2/custom-content";
    private static final String TYPE = "ac:my-app:note";
    private static final String ADA = "ada@example.com";
    private static final String ADA_KEY = "ada-key";

    private final Site site = Site.withPages(2);

    @BeforeEach
    void accounts() {
        site.simulator().account(ADA).issueKey(ADA_KEY);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> send(String method, String target, String body) {
        return site.send(site.request(target)
                .header("Authorization", Site.basic(Site.EMAIL, Site.KEY))
                .header("X-Atlassian-Token", "no-check")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String body(String representation, String value) {
        return "\"body\":{\"representation\":\"" + representation + "\",\"value\":\"" + value + "\"}";
    }

    private static String note(String container, String title) {
        return "{\"type\":\"" + TYPE + "\"," + container + ",\"title\":\"" + title + "\"," + body("storage", "<p>x</p>")
                + "}";
    }

    private String created(String container, String title) {
        return created(note(container, title)).path("id").asText();
    }

    private JsonNode created(String body) {
        HttpResponse<String> answer = send("POST", ALL, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .contains(ALL + "/" + Site.tree(answer).path("id").asText());
        return Site.tree(answer);
    }

    private HttpResponse<String> update(String id, int number, String title, String body) {
        return send(
                "PUT",
                ALL + "/" + id,
                "{\"id\":\"" + id + "\",\"type\":\"" + TYPE + "\",\"status\":\"current\",\"title\":\"" + title + "\","
                        + body + ",\"version\":{\"number\":" + number + "}}");
    }

    private int status(String target) {
        return site.get(target).statusCode();
    }

    private List<String> listed(String within) {
        return site.ids("/wiki/api/v2" + within + "/custom-content?type=" + TYPE);
    }

    @Test
    void create_isInASpace_aPage_orOtherCustomContent() {
        String inSpace = created("\"spaceId\":\"100\"", "A");
        String onPage = created("\"pageId\":\"202\"", "B");
        String inside = created("\"customContentId\":\"" + onPage + "\"", "C");

        assertThat(site.json(ALL + "/" + inSpace).has("pageId")).isFalse();
        JsonNode note = site.json(ALL + "/" + onPage + "?body-format=storage");
        assertThat(note.path("pageId").asText()).isEqualTo("202");
        assertThat(note.path("spaceId").asText()).isEqualTo("100");
        assertThat(note.path("type").asText()).isEqualTo(TYPE);
        assertThat(note.at("/body/storage/value").asText()).isEqualTo("<p>x</p>");
        assertThat(site.json(ALL + "/" + inside).path("customContentId").asText())
                .isEqualTo(onPage);
        assertThat(listed("")).containsExactly(inSpace, onPage, inside);
        assertThat(listed("/spaces/100")).containsExactly(inSpace, onPage, inside);
        assertThat(listed("/pages/202")).containsExactly(onPage);
        assertThat(site.ids(ALL + "/" + onPage + "/children")).containsExactly(inside);
        assertThat(site.ids(ALL + "?type=" + TYPE + "&sort=-title&limit=2")).containsExactly(inside, onPage);
    }

    @Test
    void create_withoutOneContainer_orOfNoType_isRefused() {
        assertThat(send("POST", ALL, note("\"x\":1", "A")).statusCode()).isEqualTo(400);
        assertThat(send("POST", ALL, note("\"spaceId\":\"100\",\"pageId\":\"201\"", "A"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", ALL, note("\"pageId\":\"999\"", "A")).statusCode())
                .isEqualTo(404);
        assertThat(send("POST", ALL, note("\"blogPostId\":\"201\"", "A")).statusCode())
                .isEqualTo(404);
        assertThat(send("POST", ALL, note("\"spaceId\":\"100\"", " ")).statusCode())
                .isEqualTo(400);
        String noType = note("\"spaceId\":\"100\"", "A").replace(TYPE, "note");
        assertThat(send("POST", ALL, noType).statusCode()).isEqualTo(404);
        assertThat(status(ALL + "?type=note")).isEqualTo(404);
        assertThat(status(ALL)).isEqualTo(400);
        assertThat(site.ids(ALL + "?type=ac:my-app:other")).isEmpty();
    }

    @Test
    void update_countsVersions_andKeepsTheOldOnes() {
        String id = created("\"pageId\":\"202\"", "A");

        assertThat(update(id, 2, "B", body("storage", "<p>y</p>")).statusCode()).isEqualTo(200);
        HttpResponse<String> stale = update(id, 2, "C", body("storage", ""));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Current Version: [2]. Provided version: [2]");
        JsonNode old = site.json(ALL + "/" + id + "?version=1&body-format=view");
        assertThat(old.path("status").asText()).isEqualTo("historical");
        assertThat(old.path("title").asText()).isEqualTo("A");
        assertThat(old.at("/body/view/value").asText()).isEqualTo("<p>x</p>");
        JsonNode versions = site.json(ALL + "/" + id + "/versions?body-format=storage");
        assertThat(versions.at("/results/0/number").asInt()).isEqualTo(2);
        assertThat(versions.at("/results/1/custom/title").asText()).isEqualTo("A");
        assertThat(versions.at("/results/1/custom/body/storage/value").asText()).isEqualTo("<p>x</p>");
        assertThat(site.json(ALL + "/" + id + "/versions/1").path("nextVersion").asInt())
                .isEqualTo(2);
        assertThat(site.json(ALL + "/" + id).path("pageId").asText()).isEqualTo("202");
    }

    @Test
    void rawBody_isTheApps_andNothingElseIsMadeOfIt() {
        String raw = note("\"spaceId\":\"100\"", "A").replace(body("storage", "<p>x</p>"), body("raw", "{1"));
        String id = created(raw).path("id").asText();

        assertThat(site.json(ALL + "/" + id + "?body-format=raw")
                        .at("/body/raw/value")
                        .asText())
                .isEqualTo("{1");
        assertThat(site.json(ALL + "/" + id + "?body-format=storage").path("body"))
                .isEmpty();
        assertThat(update(id, 2, "A", body("storage", "")).statusCode()).isEqualTo(400);
        assertThat(update(id, 2, "A", "\"body\":{\"raw\":{\"representation\":\"raw\",\"value\":\"2\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(status("/wiki/api/v2/tasks")).isEqualTo(200);
    }

    @Test
    void delete_isIntoTheTrash_thenForGood_byWhoAdministersTheSpace() {
        String id = created("\"spaceId\":\"100\"", "A");

        assertThat(send("DELETE", ALL + "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(site.json(ALL + "/" + id).path("status").asText()).isEqualTo("trashed");
        assertThat(listed("")).isEmpty();
        assertThat(send("DELETE", ALL + "/" + id + "?purge=true", "").statusCode())
                .isEqualTo(404);
        assertThat(update(id, 2, "B", body("storage", "")).statusCode()).isEqualTo(200);
        assertThat(listed("")).containsExactly(id);

        site.simulator().account(Site.EMAIL).administrator(true);
        assertThat(send("DELETE", ALL + "/" + id + "?purge=true", "").statusCode())
                .isEqualTo(400);
        send("DELETE", ALL + "/" + id, "");
        assertThat(send("DELETE", ALL + "/" + id + "?purge=true", "").statusCode())
                .isEqualTo(204);
        assertThat(status(ALL + "/" + id)).isEqualTo(404);
    }

    @Test
    void content_isHiddenWithWhatItIsIn_andGoesWithIt() {
        String onPage = created("\"pageId\":\"202\"", "B");
        String inside = created("\"customContentId\":\"" + onPage + "\"", "C");
        site.simulator().access().restrictPage("202", Site.EMAIL);

        for (String path : List.of(
                "/" + onPage,
                "/" + inside,
                "/" + inside + "/children",
                "/" + inside + "/versions",
                "/" + inside + "/labels",
                "/" + inside + "/properties",
                "/" + inside + "/operations",
                "/" + inside + "/attachments",
                "/" + inside + "/footer-comments")) {
            assertThat(site.getAs(ADA, ADA_KEY, ALL + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(status(ALL + path)).as(path).isEqualTo(200);
        }
        assertThat(Site.tree(site.getAs(ADA, ADA_KEY, ALL + "?type=" + TYPE)).path("results"))
                .isEmpty();
        site.simulator().removePage("202");
        assertThat(status(ALL + "/" + inside)).isEqualTo(404);
    }

    @Test
    void content_hasLabelsPropertiesCommentsAndAttachments() {
        String id = created("\"pageId\":\"202\"", "A");
        String one = ALL + "/" + id;
        send("POST", "/wiki/rest/api/content/" + id + "/label", "[{\"name\":\"red\"}]");
        send("POST", one + "/properties", "{\"key\":\"k\",\"value\":1}");
        HttpResponse<String> comment = send(
                "POST",
                "/wiki/api/v2/footer-comments",
                "{\"customContentId\":\"" + id + "\"," + body("storage", "c") + "}");
        assertThat(comment.statusCode()).isEqualTo(201);
        String file = site.simulator().addAttachment(id, "a.txt", "text/plain", new byte[] {1});

        assertThat(site.values(one + "/labels", "name")).containsExactly("red");
        assertThat(site.values(one + "/properties", "key")).containsExactly("k");
        assertThat(site.values(one + "/footer-comments", "customContentId")).containsExactly(id);
        assertThat(site.ids(one + "/attachments")).containsExactly(file);
        assertThat(site.json("/wiki/api/v2/attachments/" + file)
                        .path("customContentId")
                        .asText())
                .isEqualTo(id);
        assertThat(site.json(one + "/operations").at("/operations/1/targetType").asText())
                .isEqualTo(TYPE);
        JsonNode whole = site.json(one + "?include-labels=true&include-properties=true&include-operations=true"
                + "&include-versions=true&include-version=false");
        assertThat(whole.at("/labels/results/0/name").asText()).isEqualTo("red");
        assertThat(whole.at("/properties/results/0/key").asText()).isEqualTo("k");
        assertThat(whole.at("/operations/results")).hasSizeGreaterThan(2);
        assertThat(whole.at("/versions/results")).hasSize(1);
        assertThat(whole.has("version")).isFalse();
    }

    @Test
    void content_isNoPage_andSaysItsTypeByItsId() {
        String id = created("\"pageId\":\"202\"", "Page 1");

        assertThat(site.ids("/wiki/api/v2/pages")).containsExactly("201", "202");
        assertThat(site.ids("/wiki/api/v2/pages/202/direct-children")).isEmpty();
        assertThat(status("/wiki/api/v2/pages/" + id)).isEqualTo(404);
        assertThat(status(ALL + "/201")).isEqualTo(404);
        assertThat(site.json("/wiki/rest/api/search?cql=space=DOCS")
                        .path("totalSize")
                        .asInt())
                .isEqualTo(2);
        assertThat(Site.tree(send(
                                "POST",
                                "/wiki/api/v2/content/convert-ids-to-types",
                                "{\"contentIds\":[\"" + id + "\"]}"))
                        .path("results")
                        .path(id)
                        .asText())
                .isEqualTo(TYPE);
    }
}
