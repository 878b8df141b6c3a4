package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an account may not see any more is nowhere: not by id, in no list, search or count. */
class LostSightTest {

    private static final String V2 = "/wiki/api/v2";
    private static final String OTHER = "ada@northwind-cycles.example";
    private static final String SEARCH = "/wiki/rest/api/search?cql=type%3Dpage";

    /** The pages 201 and 202 at the top of DOCS. */
    private final Site site = Site.withPages(2);

    private final SimulatedAccess access = site.simulator().access();
    private final Writes writes = new Writes(site);
    private String attachment = "";
    private String comment = "";

    /** 301 is under 201, and has what a page can have. */
    @BeforeEach
    void fill() {
        site.simulator()
                .addPage(PageSeed.builder("DOCS", "Below")
                        .id("301")
                        .parentId("201")
                        .labels("guide")
                        .build());
        attachment =
                site.simulator().addAttachment("301", "a.txt", "text/plain", "a".getBytes(StandardCharsets.US_ASCII));
        comment = Site.tree(writes.send(
                        "POST",
                        V2 + "/footer-comments",
                        "{\"pageId\":\"301\",\"body\":{\"representation\":\"storage\",\"value\":\"<p>x</p>\"}}"))
                .path("id")
                .asText();
        assertThat(comment).isNotEmpty();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void page_restrictedAbove_isNowhere_untilItIsOpened() {
        assertThat(seen()).contains("301", attachment, comment);
        assertThat(statuses()).containsOnly(200);

        access.restrictPage("201", OTHER);
        assertThat(seen()).containsOnly("202");
        assertThat(statuses()).containsOnly(404);
        assertThat(status(V2 + "/pages/201")).isEqualTo(404);
        assertThat(status(V2 + "/pages/201/descendants")).isEqualTo(404);

        access.openPage("201");
        assertThat(seen()).contains("201", "202", "301", attachment, comment);
        assertThat(statuses()).containsOnly(200);
    }

    @Test
    void page_restrictedItself_leavesThoseAboveAndBeside() {
        access.restrictPage("301", OTHER);

        assertThat(seen()).containsOnly("201", "202");
        assertThat(site.ids(V2 + "/pages/201/direct-children")).isEmpty();
        assertThat(site.ids(V2 + "/pages/201/descendants")).isEmpty();
    }

    @Test
    void page_restrictedToTheCaller_isSeen_byNobodyElse() {
        site.simulator().account(OTHER).issueKey("key-of-ada");
        access.restrictPage("201", Site.EMAIL.toUpperCase(Locale.ROOT));

        assertThat(status(V2 + "/pages/301")).isEqualTo(200);
        assertThat(site.getAs(OTHER, "key-of-ada", V2 + "/pages/301").statusCode())
                .isEqualTo(404);
    }

    @Test
    void restriction_raisesNoVersion_andDoesNotLagInLists() {
        site.simulator().listingLag(Duration.ofMinutes(5));
        access.restrictPage("201", OTHER);
        assertThat(site.ids(V2 + "/pages")).containsOnly("202");

        access.openPage("201");
        assertThat(site.ids(V2 + "/pages")).contains("201", "301");
        assertThat(site.json(V2 + "/pages/201").at("/version/number").asInt()).isEqualTo(1);
    }

    @Test
    void space_taken_isNowhere_withAllInIt_untilItIsGivenBack() {
        access.takeSpace("DOCS", Site.EMAIL);
        assertThat(seen()).isEmpty();
        assertThat(statuses()).containsOnly(404);
        assertThat(site.ids(V2 + "/spaces")).isEmpty();
        assertThat(status(V2 + "/spaces/100")).isEqualTo(404);
        assertThat(status(V2 + "/spaces/100/pages")).isEqualTo(404);
        assertThat(status(V2 + "/spaces/100/labels")).isEqualTo(404);
        assertThat(status(V2 + "/spaces/100/properties")).isEqualTo(404);

        access.giveSpace("DOCS", Site.EMAIL);
        assertThat(site.ids(V2 + "/spaces")).containsExactly("100");
        assertThat(seen()).contains("201", "202", "301", attachment, comment);
        assertThat(statuses()).containsOnly(200);
    }

    @Test
    void space_taken_isStillThereForOthers() {
        site.simulator().account(OTHER).issueKey("key-of-ada");
        access.takeSpace("DOCS", Site.EMAIL);
        assertThat(site.getAs(OTHER, "key-of-ada", V2 + "/pages/301").statusCode())
                .isEqualTo(200);
    }

    @Test
    void doors_refuseWhatIsNotThere() {
        assertThatThrownBy(() -> access.takeSpace("NONE", Site.EMAIL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> access.restrictPage("9", OTHER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> access.restrictPage("201")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> access.openPage("9")).isInstanceOf(IllegalArgumentException.class);
    }

    /** What the lists of the whole site name. */
    private List<String> seen() {
        List<String> all = new ArrayList<>(site.ids(V2 + "/pages"));
        all.addAll(site.ids(V2 + "/pages?id=201,202,301"));
        all.addAll(site.ids(V2 + "/attachments"));
        all.addAll(site.ids(V2 + "/footer-comments"));
        site.json(SEARCH)
                .path("results")
                .forEach(row -> all.add(row.at("/content/id").asText()));
        return all;
    }

    /** How the page below and what belongs to it answers. */
    private List<Integer> statuses() {
        String page = V2 + "/pages/301";
        return List.of(
                status(page),
                status(page + "/direct-children"),
                status(page + "/ancestors"),
                status(page + "/descendants"),
                status(page + "/footer-comments"),
                status(page + "/attachments"),
                status(page + "/labels"),
                status(page + "/properties"),
                status(page + "/versions"),
                status(page + "/operations"),
                status(page + "/likes/count"),
                status(V2 + "/attachments/" + attachment),
                status(V2 + "/footer-comments/" + comment));
    }

    private int status(String target) {
        return site.get(target).statusCode();
    }
}
