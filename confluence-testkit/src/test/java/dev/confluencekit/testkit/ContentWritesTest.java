package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writes of pages by the rules that the service has. */
class ContentWritesTest {

    private static final String PAGES = "/wiki/api/v2/pages";

    private final SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-10-01T08:00:00Z"));
    private final Site site = Site.of(ConfluenceSimulator.builder().clock(clock));

    ContentWritesTest() {
        site.simulator()
                .addSpace(SpaceSeed.builder("DOCS", "Documentation").id("100").build());
        site.simulator().addPage(PageSeed.builder("DOCS", "Home").id("201").build());
        site.simulator()
                .addPage(PageSeed.builder("DOCS", "Guide")
                        .id("202")
                        .parentId("201")
                        .storage("<p>One</p>")
                        .build());
    }

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

    private static String page(String title, String more) {
        return "{\"spaceId\":\"100\",\"title\":\"" + title
                + "\",\"body\":{\"representation\":\"storage\",\"value\":\"<p>New</p>\"}" + more + "}";
    }

    private static String update(String id, String status, String title, int number) {
        return "{\"id\":\"" + id + "\",\"status\":\"" + status + "\",\"title\":\"" + title
                + "\",\"body\":{\"storage\":{\"representation\":\"storage\",\"value\":\"<p>Two</p>\"}},"
                + "\"version\":{\"number\":" + number + ",\"message\":\"why\"}}";
    }

    private JsonNode read(String id) {
        return site.json(PAGES + "/" + id + "?body-format=storage&get-draft=true");
    }

    @Test
    void create_goesBelowTheHomepage_asVersion1() {
        HttpResponse<String> answer = send("POST", PAGES, page("New", ""));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode page = Site.tree(answer);
        assertThat(page.path("parentId").asText()).isEqualTo("201");
        assertThat(page.at("/version/number").asInt()).isEqualTo(1);
        assertThat(read(page.path("id").asText()).at("/body/storage/value").asText())
                .isEqualTo("<p>New</p>");
    }

    @Test
    void create_atRootLevel_hasNoParent() {
        JsonNode page = Site.tree(send("POST", PAGES + "?root-level=true", page("New", "")));

        assertThat(page.path("parentId").isNull()).isTrue();
    }

    @Test
    void create_atRootLevelWithAParent_is400() {
        assertThat(send("POST", PAGES + "?root-level=true", page("New", ",\"parentId\":\"202\""))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void create_private_isSeenByItsAuthorOnly() {
        site.simulator().account("other@northwind-cycles.example").issueKey("other");
        String id = Site.tree(send("POST", PAGES + "?private=true", page("Mine", "")))
                .path("id")
                .asText();

        assertThat(site.get(PAGES + "/" + id).statusCode()).isEqualTo(200);
        assertThat(site.getAs("other@northwind-cycles.example", "other", PAGES + "/" + id)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void create_takenTitle_is400_inTheServicesWords() {
        HttpResponse<String> answer = send("POST", PAGES, page("Guide", ""));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Site.tree(answer).at("/errors/0/title").asText())
                .isEqualTo("A page with this title already exists:"
                        + " A page already exists with the same TITLE in this space");
    }

    @Test
    void create_titleOfAnArchivedPage_is400_ofATrashedOneIsNot() {
        site.simulator().archivePage("202");
        assertThat(send("POST", PAGES, page("Guide", "")).statusCode()).isEqualTo(400);
        site.simulator().trashPage("202");
        assertThat(send("POST", PAGES, page("Guide", "")).statusCode()).isEqualTo(200);
    }

    @Test
    void create_draft_needsNoTitleAndIsListedNowhere() {
        String body = "{\"spaceId\":\"100\",\"status\":\"draft\"}";
        JsonNode draft = Site.tree(send("POST", PAGES, body));

        assertThat(draft.path("status").asText()).isEqualTo("draft");
        assertThat(site.ids(PAGES)).containsExactly("201", "202");
    }

    @Test
    void create_withoutATitle_is400() {
        assertThat(send("POST", PAGES, "{\"spaceId\":\"100\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void publish_keepsVersion1() {
        String id = Site.tree(send("POST", PAGES, page("Draft", ",\"status\":\"draft\"")))
                .path("id")
                .asText();
        JsonNode page = Site.tree(send("PUT", PAGES + "/" + id, update(id, "current", "Published", 1)));

        assertThat(page.path("status").asText()).isEqualTo("current");
        assertThat(page.at("/version/number").asInt()).isEqualTo(1);
    }

    @Test
    void update_nextVersion_replacesTitleAndBody() {
        JsonNode page = Site.tree(send("PUT", PAGES + "/202", update("202", "current", "Manual", 2)));

        assertThat(page.path("title").asText()).isEqualTo("Manual");
        assertThat(read("202").at("/body/storage/value").asText()).isEqualTo("<p>Two</p>");
        assertThat(read("202").at("/version/message").asText()).isEqualTo("why");
    }

    @Test
    void update_anotherNumberThanTheNext_is409_inTheServicesWords() {
        HttpResponse<String> answer = send("PUT", PAGES + "/202", update("202", "current", "Guide", 1));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Site.tree(answer).at("/errors/0/code").asText()).isEqualTo("CONFLICT");
        assertThat(Site.tree(answer).at("/errors/0/title").asText())
                .isEqualTo("Version must be incremented when updating a page."
                        + " Current Version: [1]. Provided version: [1]");
        assertThat(read("202").at("/body/storage/value").asText()).isEqualTo("<p>One</p>");
    }

    @Test
    void update_withoutABody_is400() {
        String body = "{\"id\":\"202\",\"status\":\"current\",\"title\":\"x\",\"version\":{\"number\":2}}";
        assertThat(send("PUT", PAGES + "/202", body).statusCode()).isEqualTo(400);
    }

    @Test
    void update_trashed_onlyTakesItOutOfTheTrash() {
        site.simulator().trashPage("202");
        JsonNode page = Site.tree(send("PUT", PAGES + "/202", update("202", "current", "Other", 2)));

        assertThat(page.path("status").asText()).isEqualTo("current");
        assertThat(page.path("title").asText()).isEqualTo("Guide");
        assertThat(page.at("/version/number").asInt()).isEqualTo(1);
    }

    @Test
    void title_isANewVersionThatNoNumberGuards() {
        String body = "{\"status\":\"current\",\"title\":\"Manual\"}";
        JsonNode page = Site.tree(send("PUT", PAGES + "/202/title", body));

        assertThat(page.path("title").asText()).isEqualTo("Manual");
        assertThat(page.at("/version/number").asInt()).isEqualTo(2);
        assertThat(read("202").at("/body/storage/value").asText()).isEqualTo("<p>One</p>");
    }

    @Test
    void delete_putsIntoTheTrash_whereItCanBeRead() {
        assertThat(send("DELETE", PAGES + "/202", "").statusCode()).isEqualTo(204);
        assertThat(read("202").path("status").asText()).isEqualTo("trashed");
        assertThat(send("DELETE", PAGES + "/202", "").statusCode()).isEqualTo(404);
    }

    @Test
    void purge_needsATrashedPageAndASpaceAdministrator() {
        assertThat(send("DELETE", PAGES + "/202?purge=true", "").statusCode()).isEqualTo(403);
        site.simulator().account(Site.EMAIL).administrator(true);
        assertThat(send("DELETE", PAGES + "/202?purge=true", "").statusCode()).isEqualTo(400);
        site.simulator().trashPage("202");
        assertThat(send("DELETE", PAGES + "/202?purge=true", "").statusCode()).isEqualTo(204);
        assertThat(site.get(PAGES + "/202").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", PAGES + "/202?purge=true", "").statusCode()).isEqualTo(500);
    }

    @Test
    void draft_isDeletedForGood_byItsOwnParameterOnly() {
        String id = Site.tree(send("POST", PAGES, page("Draft", ",\"status\":\"draft\"")))
                .path("id")
                .asText();

        assertThat(send("DELETE", PAGES + "/" + id, "").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", PAGES + "/" + id + "?draft=true", "").statusCode())
                .isEqualTo(204);
        assertThat(site.get(PAGES + "/" + id + "?get-draft=true").statusCode()).isEqualTo(404);
    }

    @Test
    void move_before_takesThePlaceOfItsSibling() {
        String content = "/wiki/rest/api/content";
        site.simulator()
                .addPage(PageSeed.builder("DOCS", "B").id("203").parentId("201").build());
        HttpResponse<String> answer = send("PUT", content + "/203/move/before/202", "");

        assertThat(Site.tree(answer).path("pageId").asText()).isEqualTo("203");
        assertThat(read("203").path("position").asInt())
                .isLessThan(read("202").path("position").asInt());
    }

    @Test
    void move_belowItself_is400() {
        assertThat(send("PUT", "/wiki/rest/api/content/201/move/append/202", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void copy_overAPage_isItsNextVersion_underItsOwnTitle() {
        HttpResponse<String> answer = send(
                "POST",
                "/wiki/rest/api/content/202/copy",
                "{\"destination\":{\"type\":\"existing_page\",\"value\":\"201\"}}");

        assertThat(Site.tree(answer).path("id").asText()).isEqualTo("201");
        assertThat(read("201").at("/version/number").asInt()).isEqualTo(2);
        assertThat(read("201").path("title").asText()).isEqualTo("Home");
        assertThat(read("201").at("/body/storage/value").asText()).isEqualTo("<p>One</p>");
    }

    @Test
    void copyTree_isALongTask_whoseLinkLacksItsBeginning() {
        site.simulator().longTaskDuration(Duration.ofSeconds(10));
        site.simulator()
                .addPage(PageSeed.builder("DOCS", "Leaf").parentId("202").build());
        HttpResponse<String> begun = send(
                "POST",
                "/wiki/rest/api/content/202/pagehierarchy/copy",
                "{\"destinationPageId\":\"201\",\"titleOptions\":{\"prefix\":\"Copy of \"}}");
        String id = Site.tree(begun).path("id").asText();

        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(Site.tree(begun).at("/links/status").asText()).isEqualTo("/rest/api/longtask/" + id);
        clock.advance(Duration.ofSeconds(5));
        JsonNode halfWay = site.json("/wiki/rest/api/longtask/" + id);
        assertThat(halfWay.path("percentageComplete").asInt()).isEqualTo(50);
        assertThat(halfWay.path("finished").asBoolean()).isFalse();
        assertThat(site.values(PAGES, "title")).doesNotContain("Copy of Guide");
        clock.advance(Duration.ofSeconds(5));
        JsonNode done = site.json("/wiki/rest/api/longtask/" + id);
        assertThat(done.path("successful").asBoolean()).isTrue();
        assertThat(read(done.at("/additionalDetails/destinationId").asText())
                        .path("title")
                        .asText())
                .isEqualTo("Copy of Guide");
        assertThat(site.values(PAGES, "title")).contains("Copy of Guide", "Copy of Leaf");
    }

    @Test
    void archive_wantsNumbers_andOneTaskAtATime() {
        site.simulator().longTaskDuration(Duration.ofSeconds(10));
        String archive = "/wiki/rest/api/content/archive";

        assertThat(send("POST", archive, "{\"pages\":[{\"id\":\"202\"}]}").statusCode())
                .isEqualTo(400);
        assertThat(send("POST", archive, "{\"pages\":[{\"id\":9}]}").statusCode())
                .isEqualTo(500);
        assertThat(send("POST", archive, "{\"pages\":[{\"id\":202}]}").statusCode())
                .isEqualTo(202);
        assertThat(send("POST", archive, "{\"pages\":[{\"id\":201}]}").statusCode())
                .isEqualTo(400);
        clock.advance(Duration.ofSeconds(10));
        assertThat(read("202").path("status").asText()).isEqualTo("archived");
    }

    @Test
    void deleteTree_trashesWhatIsBelow() {
        assertThat(send("DELETE", "/wiki/rest/api/content/201/pageTree", "").statusCode())
                .isEqualTo(202);
        assertThat(read("202").path("status").asText()).isEqualTo("trashed");
    }

    @Test
    void listings_lag_readingByIdDoesNot() {
        site.simulator().listingLag(Duration.ofSeconds(30));
        String id = Site.tree(send("POST", PAGES, page("New", ""))).path("id").asText();

        assertThat(site.get(PAGES + "/" + id).statusCode()).isEqualTo(200);
        assertThat(site.ids(PAGES)).doesNotContain(id);
        clock.advance(Duration.ofSeconds(30));
        assertThat(site.ids(PAGES)).contains(id);
    }
}
