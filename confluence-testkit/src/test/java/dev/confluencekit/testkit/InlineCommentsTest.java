package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Inline comments: what they are on, and how they are settled. */
class InlineCommentsTest {

    private static final String ALL = "/wiki/api/v2/inline-comments";
    private static final String PAGE = "/wiki/api/v2/pages/201";
    private static final String BODY =
            "<p>Oil the chain. <strong>The chain</strong> is <ac:link><ri:page ri:content-title=\"chain\" /></ac:link></p>";

    private final Site site = Site.withPages(1);
    private final Writes writes = new Writes(site);

    InlineCommentsTest() {
        site.simulator().updatePage("201", BODY);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String on(String words, int count, int index) {
        return "{\"pageId\":\"201\"," + Writes.storage("<p>Which?</p>")
                + ",\"inlineCommentProperties\":{\"textSelection\":\"" + words + "\",\"textSelectionMatchCount\":"
                + count + ",\"textSelectionMatchIndex\":" + index + "}}";
    }

    private JsonNode created() {
        return writes.done(201, "POST", ALL, on("chain", 2, 1));
    }

    private HttpResponse<String> resolve(String id, int number, boolean resolved) {
        return writes.send(
                "PUT",
                ALL + "/" + id,
                "{\"version\":{\"number\":" + number + "}," + Writes.storage("<p>Which?</p>") + ",\"resolved\":"
                        + resolved + "}");
    }

    private String state(String id) {
        return site.json(ALL + "/" + id).path("resolutionStatus").asText();
    }

    private String body() {
        return site.json(PAGE + "?body-format=storage")
                .at("/body/storage/value")
                .asText();
    }

    @Test
    void comment_marksItsWordsInTheBody_withoutAVersionOfThePage() {
        JsonNode made = created();
        String ref = made.at("/properties/inlineMarkerRef").asText();

        assertThat(made.path("resolutionStatus").asText()).isEqualTo("open");
        assertThat(made.at("/properties/inlineOriginalSelection").asText()).isEqualTo("chain");
        assertThat(body())
                .contains("<p>Oil the chain. <strong>The <ac:inline-comment-marker ac:ref=\"" + ref
                        + "\">chain</ac:inline-comment-marker></strong>");
        assertThat(site.json(PAGE).at("/version/number").asInt()).isEqualTo(2);
    }

    @Test
    void words_thatDoNotStandThereSoOften_are400() {
        assertThat(writes.send("POST", ALL, on("chain", 3, 0)).statusCode()).isEqualTo(400);
        assertThat(writes.send("POST", ALL, on("chain", 2, 2)).statusCode()).isEqualTo(400);
        assertThat(writes.send("POST", ALL, on("saddle", 1, 0)).body()).contains("stands 0 times");
        assertThat(writes.send("POST", ALL, "{\"pageId\":\"201\"," + Writes.storage("x") + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(body()).isEqualTo(BODY);
    }

    @Test
    void comment_isResolved_andReopened_sayingByWhom() {
        String id = created().path("id").asText();

        assertThat(resolve(id, 2, true).statusCode()).isEqualTo(200);
        JsonNode settled = site.json(ALL + "/" + id);
        assertThat(settled.path("resolutionStatus").asText()).isEqualTo("resolved");
        assertThat(settled.path("resolutionLastModifierId").asText())
                .isEqualTo(site.simulator().account(Site.EMAIL).accountId());
        assertThat(settled.has("resolutionLastModifiedAt")).isTrue();

        assertThat(resolve(id, 3, false).statusCode()).isEqualTo(200);
        assertThat(state(id)).isEqualTo("reopened");
        assertThat(resolve(id, 3, true).statusCode()).isEqualTo(409);
    }

    @Test
    void comment_thatIsOpenAlready_staysOpenAndIsNotReopened() {
        String id = created().path("id").asText();

        resolve(id, 2, false);

        assertThat(state(id)).isEqualTo("open");
        assertThat(site.json(ALL + "/" + id).has("resolutionLastModifierId")).isFalse();
    }

    @Test
    void comment_whoseWordsAreGone_dangles_andCannotBeUpdated() {
        String id = created().path("id").asText();
        String marked = body();

        site.simulator().updatePage("201", "<p>Rewritten</p>");
        assertThat(state(id)).isEqualTo("dangling");
        assertThat(resolve(id, 2, true).statusCode()).isEqualTo(400);

        site.simulator().updatePage("201", marked);
        assertThat(state(id)).isEqualTo("open");
        assertThat(resolve(id, 2, true).statusCode()).isEqualTo(200);
    }

    @Test
    void comments_onAPage_areFilteredByHowTheyAreSettled() {
        String open = created().path("id").asText();
        String settled =
                writes.done(201, "POST", ALL, on("Oil", 1, 0)).path("id").asText();
        resolve(settled, 2, true);
        String list = PAGE + "/inline-comments";

        assertThat(site.ids(list)).containsExactly(open, settled);
        assertThat(site.ids(list + "?resolution-status=resolved")).containsExactly(settled);
        assertThat(site.ids(list + "?resolution-status=open&resolution-status=dangling"))
                .containsExactly(open);
        assertThat(site.get(list + "?resolution-status=closed").statusCode()).isEqualTo(400);
    }

    @Test
    void reply_isOnWhatTheFirstCommentIsOn_andCannotBeResolved() {
        JsonNode root = created();
        String body = "{\"parentCommentId\":\"" + root.path("id").asText() + "\"," + Writes.storage("That") + "}";
        String reply = writes.done(201, "POST", ALL, body).path("id").asText();

        assertThat(site.ids(PAGE + "/inline-comments"))
                .containsExactly(root.path("id").asText());
        assertThat(site.json(ALL + "/" + root.path("id").asText() + "/children")
                        .at("/results/0/properties/inlineMarkerRef"))
                .isEqualTo(root.at("/properties/inlineMarkerRef"));
        assertThat(resolve(reply, 2, true).statusCode()).isEqualTo(400);
    }

    @Test
    void footerAndInlineComments_areNotFoundByEachOthersPaths() {
        String id = created().path("id").asText();

        assertThat(site.get("/wiki/api/v2/footer-comments/" + id).statusCode()).isEqualTo(404);
        assertThat(site.ids("/wiki/api/v2/footer-comments")).isEmpty();
        assertThat(site.ids(ALL)).containsExactly(id);
    }

    @Test
    void properties_thatAreIncluded_standBesideTheMarker() {
        String id = created().path("id").asText();
        writes.done(200, "POST", "/wiki/api/v2/comments/" + id + "/properties", "{\"key\":\"k\",\"value\":1}");

        JsonNode properties =
                site.json(ALL + "/" + id + "?include-properties=true").path("properties");

        assertThat(properties.at("/results/0/key").asText()).isEqualTo("k");
        assertThat(properties.path("inlineOriginalSelection").asText()).isEqualTo("chain");
    }
}
