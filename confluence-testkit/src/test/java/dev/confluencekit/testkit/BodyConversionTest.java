package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversion of bodies, by version 1 alone. */
class BodyConversionTest {

    private static final String CONVERT = "/wiki/rest/api/contentbody/convert/async";
    private static final String PLAIN = storage("<p>x</p>");

    private final SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-11-24T12:00:00Z"));
    private final Site site = Site.of(ConfluenceSimulator.builder().clock(clock).account("ada@example.com", "ada-key"));

    @BeforeEach
    void fill() {
        site.simulator()
                .addSpace(SpaceSeed.builder("DOCS", "Documentation").id("100").build());
        site.simulator().addPage(PageSeed.builder("DOCS", "Home").id("200").build());
        site.simulator().addPage(PageSeed.builder("DOCS", "Guide").id("201").build());
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String storage(String value) {
        return body("storage", value);
    }

    private static String body(String representation, String value) {
        return "{\"representation\":\"" + representation + "\",\"value\":\""
                + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }

    private HttpResponse<String> post(String target, String body) {
        return site.send(site.request(target)
                .header("Authorization", Site.basic(Site.EMAIL, Site.KEY))
                .header("X-Atlassian-Token", "no-check")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String begin(String toAndQuery, String body) {
        HttpResponse<String> answer = post(CONVERT + "/" + toAndQuery, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Site.tree(answer).path("asyncId").asText();
    }

    private JsonNode result(String id) {
        return site.json(CONVERT + "/" + id);
    }

    private String converted(String toAndQuery, String body) {
        JsonNode result = result(begin(toAndQuery, body));
        assertThat(result.path("status").asText()).isEqualTo("COMPLETED");
        return result.path("value").asText();
    }

    private int refused(String toAndQuery, String body) {
        return post(CONVERT + "/" + toAndQuery, body).statusCode();
    }

    @Test
    void conversion_isQueued_thenWorkedOn_thenDone() {
        site.simulator().longTaskDuration(Duration.ofSeconds(4));
        String id = begin("view", PLAIN);

        assertThat(result(id).path("status").asText()).isEqualTo("QUEUED");
        assertThat(result(id).has("value")).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(result(id).path("status").asText()).isEqualTo("WORKING");
        clock.advance(Duration.ofSeconds(2));
        assertThat(result(id).path("status").asText()).isEqualTo("COMPLETED");
        assertThat(result(id).path("value").asText()).isEqualTo("<p>x</p>");
        assertThat(result(id).path("representation").asText()).isEqualTo("view");
    }

    @Test
    void result_isKeptForFiveMinutes() {
        String id = begin("view", PLAIN);
        clock.advance(Duration.ofSeconds(299));
        assertThat(site.get(CONVERT + "/" + id).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));
        assertThat(site.get(CONVERT + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void result_isForWhoAskedOnly_anUnknownOneIsNotThere() {
        String id = begin("view", PLAIN);

        assertThat(site.getAs("ada@example.com", "ada-key", CONVERT + "/" + id).statusCode())
                .isEqualTo(403);
        assertThat(site.get(CONVERT + "/none").statusCode()).isEqualTo(404);
    }

    @Test
    void storage_becomesWhatPagesShow() {
        String info = "<ac:structured-macro ac:name=\"info\"><ac:rich-text-body><p>x</p></ac:rich-text-body>"
                + "</ac:structured-macro>";
        site.simulator()
                .addPage(
                        PageSeed.builder("DOCS", "Info").id("202").storage(info).build());

        for (String format : new String[] {"view", "export_view", "styled_view", "editor", "atlas_doc_format"}) {
            assertThat(converted(format, storage(info)))
                    .isEqualTo(site.json("/wiki/api/v2/pages/202?body-format=" + format)
                            .at("/body/" + format + "/value")
                            .asText());
        }
    }

    @Test
    void document_becomesStorage_andWhatReadersSee() {
        String doc = body(
                "atlas_doc_format",
                "{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"paragraph\",\"content\":"
                        + "[{\"type\":\"text\",\"text\":\"a < b\"}]}]}");

        assertThat(converted("storage", doc)).isEqualTo("<p>a &lt; b</p>");
        assertThat(converted("export_view", doc)).isEqualTo("<p>a &lt; b</p>");
    }

    @Test
    void context_saysWhereLinksLead() {
        String link = storage("<ac:link><ri:page ri:content-title=\"Guide\" /></ac:link>");

        assertThat(converted("view", link)).contains("href=\"#\"");
        assertThat(converted("view?spaceKeyContext=DOCS", link)).contains("/wiki/spaces/DOCS/pages/201");
        assertThat(converted("view?contentIdContext=201", link)).contains("/wiki/spaces/DOCS/pages/201");
        String image = storage("<ac:image><ri:attachment ri:filename=\"a.png\" /></ac:image>");
        assertThat(converted("view?contentIdContext=201", image)).contains("/download/attachments/201/a.png");
        assertThat(converted("view?spaceKeyContext=DOCS", image)).contains("src=\"\"");
    }

    @Test
    void context_thatTheCallerMayNotSee_isNotThere() {
        assertThat(refused("view?contentIdContext=999", PLAIN)).isEqualTo(404);
        assertThat(refused("view?spaceKeyContext=NONE", PLAIN)).isEqualTo(404);
        site.simulator().access().takeSpace("DOCS", Site.EMAIL);
        assertThat(refused("view?contentIdContext=201", PLAIN)).isEqualTo(404);
        assertThat(refused("view?spaceKeyContext=DOCS", PLAIN)).isEqualTo(404);
    }

    @Test
    void conversion_thatTheServiceDoesNotKnow_isRefused_asIsABodyThatIsNone() {
        assertThat(refused("wiki", PLAIN)).isEqualTo(400);
        assertThat(refused("anonymous_export_view", PLAIN)).isEqualTo(400);
        assertThat(refused("storage", PLAIN)).isEqualTo(400);
        assertThat(refused("view", body("wiki", "x"))).isEqualTo(400);
        assertThat(refused("view", storage("<p>"))).isEqualTo(400);
        assertThat(refused("view", body("atlas_doc_format", "<p>x</p>"))).isEqualTo(400);
        assertThat(refused("view", "{\"representation\":\"storage\"}")).isEqualTo(400);
    }

    @Test
    void editorFormat_cannotBeReadHere_soThatItFails() {
        JsonNode result = result(begin("storage", body("editor", "<p>x</p>")));

        assertThat(result.path("status").asText()).isEqualTo("FAILED");
        assertThat(result.path("error").asText()).contains("editor");
        assertThat(result.has("value")).isFalse();
    }

    @Test
    void identicalRequest_putsAnEndToTheResult_unlessItMayBeUsedAgain() {
        site.simulator().longTaskDuration(Duration.ofSeconds(4));
        String first = begin("view", PLAIN);
        clock.advance(Duration.ofSeconds(4));
        assertThat(begin("view?allowCache=true", PLAIN)).isEqualTo(first);
        assertThat(result(first).path("status").asText()).isEqualTo("RERUNNING");
        assertThat(result(first).path("value").asText()).isEqualTo("<p>x</p>");
        clock.advance(Duration.ofSeconds(4));
        assertThat(result(first).path("status").asText()).isEqualTo("COMPLETED");

        String second = begin("view", PLAIN);
        assertThat(second).isNotEqualTo(first);
        assertThat(site.get(CONVERT + "/" + first).statusCode()).isEqualTo(404);
        assertThat(begin("view", PLAIN)).as("one under way stays").isNotEqualTo(second);
        assertThat(result(second).path("status").asText()).isEqualTo("QUEUED");
    }

    @Test
    void conversionsInBulk_areBegunOneByOne_andAskedForTogether() {
        HttpResponse<String> begun = post(
                CONVERT + "/bulk/tasks",
                "{\"conversionInputs\":[{\"to\":\"view\",\"body\":" + PLAIN + "},{\"to\":\"atlas_doc_format\",\"body\":"
                        + PLAIN + "}]}");
        assertThat(begun.statusCode()).isEqualTo(200);
        String id = Site.tree(begun).at("/0/asyncId").asText();
        assertThat(Site.tree(begun).at("/1/asyncId").asText()).isEqualTo("FAILED_TO_QUEUE");

        JsonNode results = site.json(CONVERT + "/bulk/tasks?ids=" + id + ",none");
        assertThat(results).hasSize(1);
        assertThat(results.at("/0/renderTaskId").asText()).isEqualTo(id);
        assertThat(results.at("/0/value").asText()).isEqualTo("<p>x</p>");
    }

    @Test
    void conversionsInBulk_haveALimit() {
        String one = "{\"to\":\"view\",\"body\":" + PLAIN + "}";
        String eleven = "{\"conversionInputs\":[" + (one + ",").repeat(10) + one + "]}";
        assertThat(post(CONVERT + "/bulk/tasks", eleven).statusCode()).isEqualTo(400);
        assertThat(site.get(CONVERT + "/bulk/tasks?ids=" + "a,".repeat(50) + "a")
                        .statusCode())
                .isEqualTo(400);
    }
}
