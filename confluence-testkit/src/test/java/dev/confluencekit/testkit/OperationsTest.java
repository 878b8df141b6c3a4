package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers may do, as the site says. */
class OperationsTest {

    private static final String PAGE = "/wiki/api/v2/pages/201";

    private final Site site = Site.withPages(1);

    @AfterEach
    void close() {
        site.close();
    }

    private List<String> on(String path) {
        return rights(site.json(path + "/operations").path("operations"));
    }

    private static List<String> rights(JsonNode operations) {
        return StreamSupport.stream(operations.spliterator(), false)
                .map(one -> one.path("operation").asText() + " "
                        + one.path("targetType").asText())
                .toList();
    }

    @Test
    void page_isWrittenByWhoeverSeesIt_purgedOnlyByWhoAdministersIt() {
        assertThat(on(PAGE)).contains("read page", "update page", "delete page", "move page", "create comment");
        assertThat(on(PAGE)).doesNotContain("purge_version page");

        site.simulator().account(Site.EMAIL).administrator(true);
        assertThat(on(PAGE)).contains("purge_version page");
    }

    @Test
    void page_inTheTrash_canOnlyBeRestored_orPurged() {
        site.simulator().trashPage("201");
        assertThat(on(PAGE)).containsExactly("read page", "restore page");

        site.simulator().account(Site.EMAIL).administrator(true);
        assertThat(on(PAGE)).containsExactly("read page", "restore page", "purge page");
    }

    @Test
    void page_saysTheSameWhereItIncludesThem() {
        JsonNode page = site.json(PAGE + "?include-operations=true");

        assertThat(rights(page.at("/operations/results"))).isEqualTo(on(PAGE));
    }

    @Test
    void nobody_mayOnlyRead() {
        site.simulator()
                .addSpace(SpaceSeed.builder("OPEN", "Open")
                        .id("110")
                        .anonymousReadable()
                        .build());
        site.simulator().addPage(PageSeed.builder("OPEN", "Welcome").id("401").build());
        site.simulator().anonymousAccess(true);

        assertThat(rights(Site.tree(site.getWithoutKey("/wiki/api/v2/pages/401/operations"))
                        .path("operations")))
                .containsExactly("read page");
        assertThat(rights(Site.tree(site.getWithoutKey("/wiki/api/v2/spaces/110/operations"))
                        .path("operations")))
                .containsExactly("read space");
        assertThat(site.getWithoutKey(PAGE + "/operations").statusCode()).isEqualTo(404);
    }

    @Test
    void space_isAdministeredByWhoAdministersTheSite() {
        String space = "/wiki/api/v2/spaces/100";
        assertThat(on(space)).contains("read space", "create page").doesNotContain("administer space");

        site.simulator().account(Site.EMAIL).administrator(true);
        assertThat(on(space)).contains("administer space", "delete space");
        assertThat(rights(site.json(space + "?include-operations=true").at("/operations/results")))
                .isEqualTo(on(space));
    }

    @Test
    void attachment_andComment_goByThePageThatTheyAreOn() {
        String file =
                site.simulator().addAttachment("201", "a.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        String comment = site.simulator().community().comment("201", "712020:a", "<p>x</p>");

        assertThat(on("/wiki/api/v2/attachments/" + file))
                .containsExactly("read attachment", "update attachment", "delete attachment");
        assertThat(on("/wiki/api/v2/footer-comments/" + comment))
                .containsExactly("read comment", "update comment", "delete comment");
        site.simulator().archivePage("201");
        assertThat(on("/wiki/api/v2/footer-comments/" + comment)).containsExactly("read comment");
        assertThat(site.get("/wiki/api/v2/attachments/att999/operations").statusCode())
                .isEqualTo(404);
    }
}
