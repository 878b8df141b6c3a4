package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Footer comments by the rules that the service has. */
class FooterCommentsTest {

    private static final String ALL = "/wiki/api/v2/footer-comments";
    private static final String ON_PAGE = "/wiki/api/v2/pages/201/footer-comments";

    private final SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-11-24T12:00:00Z"));
    private final Site site = Site.of(ConfluenceSimulator.builder().clock(clock));
    private final Writes writes = new Writes(site);

    FooterCommentsTest() {
        site.simulator()
                .addSpace(SpaceSeed.builder("DOCS", "Documentation").id("100").build());
        site.simulator()
                .addPage(PageSeed.builder("DOCS", "Guide")
                        .id("201")
                        .storage("<p>Body</p>")
                        .build());
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String onPage(String text) {
        return "{\"pageId\":\"201\"," + Writes.storage("<p>" + text + "</p>") + "}";
    }

    private String created(String text) {
        return writes.done(201, "POST", ALL, onPage(text)).path("id").asText();
    }

    private String reply(String parent, String text) {
        String body = "{\"parentCommentId\":\"" + parent + "\"," + Writes.storage(text) + "}";
        return writes.done(201, "POST", ALL, body).path("id").asText();
    }

    @Test
    void comment_isCreatedWith201_asVersion1_namingWhatItIsOn() {
        JsonNode made = writes.done(201, "POST", ALL, onPage("Nice"));

        assertThat(made.path("pageId").asText()).isEqualTo("201");
        assertThat(made.path("title").asText()).isEqualTo("Re: Guide");
        assertThat(made.path("status").asText()).isEqualTo("current");
        assertThat(made.at("/version/number").asInt()).isEqualTo(1);
        assertThat(made.at("/_links/webui").asText())
                .endsWith("?focusedCommentId=" + made.path("id").asText());
        assertThat(made.has("parentCommentId")).isFalse();
    }

    @Test
    void body_isGivenWhereAskedForOnly() {
        String id = created("Nice");

        assertThat(site.json(ALL + "/" + id).path("body")).isEmpty();
        assertThat(site.json(ALL + "/" + id + "?body-format=storage")
                        .at("/body/storage/value")
                        .asText())
                .isEqualTo("<p>Nice</p>");
        assertThat(site.json(ALL + "/" + id + "?body-format=atlas_doc_format")
                        .at("/body/atlas_doc_format/value")
                        .asText())
                .contains("\"Nice\"");
        assertThat(site.get(ON_PAGE + "?body-format=view").statusCode()).isEqualTo(400);
    }

    @Test
    void comments_onAPage_areRootsOnly_repliesAreChildren() {
        String root = created("Nice");
        String answer = reply(root, "Thanks");
        String second = reply(answer, "Welcome");

        assertThat(site.ids(ON_PAGE)).containsExactly(root);
        assertThat(site.ids(ALL + "/" + root + "/children")).containsExactly(answer);
        assertThat(site.ids(ALL + "/" + answer + "/children")).containsExactly(second);
        assertThat(site.ids(ALL)).containsExactly(root, answer, second);
        assertThat(site.json(ALL + "/" + answer).path("parentCommentId").asText())
                .isEqualTo(root);
    }

    @Test
    void comments_areSortedByCreationUnlessToldOtherwise_andPagedByCursor() {
        String first = created("1");
        clock.advance(Duration.ofMinutes(1));
        String second = created("2");
        clock.advance(Duration.ofMinutes(1));
        writes.done(200, "PUT", ALL + "/" + first, "{\"version\":{\"number\":2}," + Writes.storage("1b") + "}");

        assertThat(site.ids(ON_PAGE)).containsExactly(first, second);
        assertThat(site.ids(ON_PAGE + "?sort=-created-date")).containsExactly(second, first);
        assertThat(site.ids(ON_PAGE + "?sort=-modified-date")).containsExactly(first, second);
        assertThat(site.get(ON_PAGE + "?sort=id").statusCode()).isEqualTo(400);
        String next = site.json(ON_PAGE + "?limit=1").at("/_links/next").asText();
        assertThat(site.ids(next)).containsExactly(second);
    }

    @Test
    void comments_ofAStatusThatNoneHas_areNone() {
        created("Nice");

        assertThat(site.ids(ON_PAGE + "?status=trashed")).isEmpty();
        assertThat(site.ids(ON_PAGE + "?status=current,archived")).hasSize(1);
        assertThat(site.get(ON_PAGE + "?status=open").statusCode()).isEqualTo(400);
    }

    @Test
    void comment_isUpdatedToTheNextVersionOnly() {
        String one = ALL + "/" + created("Nice");

        assertThat(writes.send("PUT", one, "{\"version\":{\"number\":1}," + Writes.storage("x") + "}")
                        .body())
                .contains("\"status\":409", "Current Version: [1]. Provided version: [1]");
        assertThat(writes.send("PUT", one, "{\"version\":{\"number\":3}," + Writes.storage("x") + "}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(writes.send("PUT", one, "{" + Writes.storage("x") + "}").statusCode())
                .isEqualTo(400);
        JsonNode made = writes.done(
                200,
                "PUT",
                one,
                "{\"version\":{\"number\":2,\"message\":\"typo\"}," + Writes.storage("<p>Nicer</p>") + "}");
        assertThat(made.at("/version/message").asText()).isEqualTo("typo");
    }

    @Test
    void versions_areKept_andReadByNumber() {
        String one = ALL + "/" + created("Nice");
        writes.done(200, "PUT", one, "{\"version\":{\"number\":2}," + Writes.storage("<p>Nicer</p>") + "}");

        assertThat(site.values(one + "/versions", "number")).containsExactly("2", "1");
        assertThat(site.json(one + "/versions?sort=modified-date&body-format=storage")
                        .at("/results/0/comment/body/storage/value")
                        .asText())
                .isEqualTo("<p>Nice</p>");
        assertThat(site.json(one + "/versions/1").path("nextVersion").asInt()).isEqualTo(2);
        assertThat(site.get(one + "/versions/3").statusCode()).isEqualTo(404);
        JsonNode earlier = site.json(one + "?version=1&body-format=storage");
        assertThat(earlier.at("/body/storage/value").asText()).isEqualTo("<p>Nice</p>");
        assertThat(earlier.path("status").asText()).isEqualTo("historical");
    }

    @Test
    void versions_areRestoredAndDeletedByVersion1() {
        String id = created("Nice");
        String one = ALL + "/" + id;
        String v1 = "/wiki/rest/api/content/" + id + "/version";
        writes.done(200, "PUT", one, "{\"version\":{\"number\":2}," + Writes.storage("<p>Nicer</p>") + "}");
        String restore = "{\"operationKey\":\"restore\",\"params\":{\"versionNumber\":1,\"message\":\"back\"}}";

        assertThat(writes.done(200, "POST", v1, restore).path("number").asInt()).isEqualTo(3);
        assertThat(site.json(one + "?body-format=storage")
                        .at("/body/storage/value")
                        .asText())
                .isEqualTo("<p>Nice</p>");
        assertThat(writes.send("DELETE", v1 + "/2", "").statusCode()).isEqualTo(204);
        assertThat(site.values(one + "/versions", "number")).containsExactly("2", "1");
        assertThat(writes.send("DELETE", v1 + "/2", "").statusCode()).isEqualTo(400);
    }

    @Test
    void comment_thatIsDeleted_isGoneForGood_andItsRepliesTakeItsPlace() {
        String root = created("Nice");
        String answer = reply(root, "Thanks");

        assertThat(writes.send("DELETE", ALL + "/" + root, "").statusCode()).isEqualTo(204);
        assertThat(site.get(ALL + "/" + root).statusCode()).isEqualTo(404);
        assertThat(writes.send("DELETE", ALL + "/" + root, "").statusCode()).isEqualTo(404);
        assertThat(site.ids(ON_PAGE)).containsExactly(answer);
    }

    @Test
    void comment_onSeveralThings_orOnNothing_is400() {
        assertThat(writes.send(
                                "POST",
                                ALL,
                                "{\"pageId\":\"201\",\"parentCommentId\":\"5\"," + Writes.storage("x") + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(writes.send("POST", ALL, "{" + Writes.storage("x") + "}").statusCode())
                .isEqualTo(400);
        assertThat(writes.send("POST", ALL, "{\"pageId\":\"201\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void comment_onWhatIsNotThere_orInTheTrash_is404() {
        site.simulator().trashPage("201");

        assertThat(writes.send("POST", ALL, onPage("x")).statusCode()).isEqualTo(404);
        assertThat(writes.send("POST", ALL, "{\"pageId\":\"999\"," + Writes.storage("x") + "}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(writes.send("POST", ALL, "{\"blogPostId\":\"201\"," + Writes.storage("x") + "}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(writes.send("POST", ALL, "{\"customContentId\":\"7\"," + Writes.storage("x") + "}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void comment_onAnAttachment_isListedWithIt() {
        String file =
                site.simulator().addAttachment("201", "plan.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        JsonNode made = writes.done(
                201, "POST", ALL, "{\"attachmentId\":\"" + file + "\"," + Writes.storage("Good plan") + "}");
        String on = "/wiki/api/v2/attachments/" + file + "/footer-comments";

        assertThat(made.path("attachmentId").asText()).isEqualTo(file);
        assertThat(made.path("title").asText()).isEqualTo("Re: plan.txt");
        assertThat(site.ids(on)).containsExactly(made.path("id").asText());
        assertThat(site.get(on + "?version=2").statusCode()).isEqualTo(404);
        assertThat(site.ids(ON_PAGE)).isEmpty();
    }

    @Test
    void comment_onAPageThatTheCallerMayNotSee_isNotThere() {
        String id = created("Secret");
        site.simulator()
                .addPage(PageSeed.builder("DOCS", "Hidden")
                        .id("301")
                        .visibleTo("somebody@else.example")
                        .build());
        String hidden = site.simulator().community().comment("301", "712020:x", "<p>psst</p>");

        assertThat(site.get(ALL + "/" + hidden).statusCode()).isEqualTo(404);
        assertThat(site.ids(ALL)).containsExactly(id);
        assertThat(writes.send("DELETE", ALL + "/" + hidden, "").statusCode()).isEqualTo(404);
    }

    @Test
    void comment_ofAnonymousCallers_is404_whileTheyMayRead() {
        site.simulator()
                .addSpace(SpaceSeed.builder("OPEN", "Open")
                        .id("110")
                        .anonymousReadable()
                        .build());
        site.simulator().addPage(PageSeed.builder("OPEN", "Welcome").id("401").build());
        site.simulator().anonymousAccess(true);
        String id = site.simulator().community().comment("401", "712020:x", "<p>hi</p>");

        assertThat(site.getWithoutKey(ALL + "/" + id).statusCode()).isEqualTo(200);
        assertThat(Site.tree(site.getWithoutKey(ALL)).path("results")).hasSize(1);
        assertThat(Site.tree(site.getWithoutKey(ALL + "/" + id + "/operations"))
                        .path("operations")
                        .findValuesAsText("operation"))
                .containsExactly("read");
    }

    @Test
    void listings_lag_whileReadingByIdDoesNot() {
        site.simulator().listingLag(Duration.ofSeconds(30));
        String id = created("Nice");

        assertThat(site.ids(ON_PAGE)).isEmpty();
        assertThat(site.get(ALL + "/" + id).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(31));
        assertThat(site.ids(ON_PAGE)).containsExactly(id);
    }

    @Test
    void includes_areSubLists() {
        String id = created("Nice");
        site.simulator().community().like(id, "712020:ada", "712020:bob");
        writes.done(200, "POST", "/wiki/api/v2/comments/" + id + "/properties", "{\"key\":\"k\",\"value\":1}");

        JsonNode all = site.json(ALL + "/" + id
                + "?include-likes=true&include-operations=true&include-versions=true&include-properties=true"
                + "&include-version=false");

        assertThat(all.at("/likes/results").findValuesAsText("accountId")).containsExactly("712020:ada", "712020:bob");
        assertThat(all.at("/operations/results").findValuesAsText("operation"))
                .containsExactly("read", "update", "delete");
        assertThat(all.at("/versions/results")).hasSize(1);
        assertThat(all.at("/properties/results/0/key").asText()).isEqualTo("k");
        assertThat(all.has("version")).isFalse();
    }

    @Test
    void properties_ofAComment_haveVersions_andAreSortedByKeyWhereAskedFor() {
        String path = "/wiki/api/v2/comments/" + created("Nice") + "/properties";
        String id = writes.done(200, "POST", path, "{\"key\":\"b\",\"value\":{\"n\":1}}")
                .path("id")
                .asText();
        writes.done(200, "POST", path, "{\"key\":\"a\",\"value\":true}");

        assertThat(site.values(path, "key")).containsExactly("b", "a");
        assertThat(site.values(path + "?sort=key", "key")).containsExactly("a", "b");
        String update = "{\"key\":\"b\",\"value\":2,\"version\":{\"number\":%d}}";
        assertThat(writes.send("PUT", path + "/" + id, update.formatted(1)).statusCode())
                .isEqualTo(409);
        assertThat(writes.send("PUT", path + "/" + id, update.formatted(2)).statusCode())
                .isEqualTo(200);
        assertThat(writes.send("DELETE", path + "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(site.get("/wiki/api/v2/comments/999/properties").statusCode())
                .isEqualTo(404);
    }
}
