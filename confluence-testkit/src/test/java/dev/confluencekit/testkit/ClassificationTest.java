package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How content is classified. */
class ClassificationTest {

    private static final String LEVELS = "/wiki/api/v2/classification-levels";
    private static final String PAGE = "/wiki/api/v2/pages/201/classification-level";
    private static final String SPACE = "/wiki/api/v2/spaces/100/classification-level/default";

    private final Site site = Site.withPages(1);
    private final Writes writes = new Writes(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void site_thatIsNotEntitled_findsNothing() {
        assertThat(site.get(LEVELS).statusCode()).isEqualTo(404);
        assertThat(site.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(writes.send("PUT", PAGE, "{\"id\":\"x\",\"status\":\"current\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void page_hasItsOwnLevel_orTheDefaultOfItsSpace() {
        SimulatedCommunity community = site.simulator().community();
        String open = community.addClassificationLevel("Public");
        String secret = community.addClassificationLevel("Secret");
        site.simulator().account(Site.EMAIL).administrator(true);

        assertThat(site.json(LEVELS).findValuesAsText("name")).containsExactly("Public", "Secret");
        assertThat(site.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(writes.send("PUT", SPACE, "{\"id\":\"" + open + "\"}").statusCode())
                .isEqualTo(204);
        assertThat(site.json(PAGE).path("name").asText()).isEqualTo("Public");
        assertThat(writes.send("PUT", PAGE, "{\"id\":\"" + secret + "\",\"status\":\"current\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(site.json(PAGE).path("name").asText()).isEqualTo("Secret");
        assertThat(writes.send("POST", PAGE + "/reset", "{\"status\":\"current\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(site.json(PAGE).path("name").asText()).isEqualTo("Public");
        assertThat(writes.send("DELETE", SPACE, "").statusCode()).isEqualTo(204);
        assertThat(site.get(SPACE).statusCode()).isEqualTo(404);
    }

    @Test
    void level_thatIsNone_is400_andDefaultsAreForWhoAdministersTheSpace() {
        String open = site.simulator().community().addClassificationLevel("Public");

        assertThat(writes.send("PUT", PAGE, "{\"id\":\"none\",\"status\":\"current\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(writes.send("PUT", PAGE, "{\"id\":\"" + open + "\"}").statusCode())
                .isEqualTo(400);
        assertThat(writes.send("PUT", SPACE, "{\"id\":\"" + open + "\"}").statusCode())
                .isEqualTo(404);
    }
}
