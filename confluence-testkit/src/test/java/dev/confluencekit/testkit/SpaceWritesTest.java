package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spaces are created, changed and deleted as version 1 does it. */
class SpaceWritesTest {

    private static final String SPACES = "/wiki/rest/api/space";

    private final SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-10-01T08:00:00Z"));
    private final Site site = Site.of(ConfluenceSimulator.builder().clock(clock));

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

    @Test
    void create_answersWithANumber_andMakesAHomePage() {
        HttpResponse<String> answer = send("POST", SPACES, "{\"key\":\"NEW\",\"name\":\"News\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Site.tree(answer).path("id").isIntegralNumber()).isTrue();
        assertThat(site.values("/wiki/api/v2/pages", "title")).containsExactly("News Home");
    }

    @Test
    void create_takenKeyOrNoName_is400() {
        send("POST", SPACES, "{\"key\":\"NEW\",\"name\":\"News\"}");
        assertThat(send("POST", SPACES, "{\"key\":\"NEW\",\"name\":\"Other\"}").statusCode())
                .isEqualTo(400);
        assertThat(send("POST", SPACES, "{\"key\":\"X\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void createByVersion2_worksWithRolesAloneOnly() {
        String body = "{\"key\":\"NEW\",\"name\":\"News\"}";
        assertThat(send("POST", "/wiki/api/v2/spaces", body).statusCode()).isEqualTo(404);
        site.simulator().roleBasedAccess(true);
        HttpResponse<String> answer = send("POST", "/wiki/api/v2/spaces", body);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Site.tree(answer).has("spaceOwnerId")).isFalse();
    }

    @Test
    void update_changesWhatIsNamedOnly() {
        send("POST", SPACES, "{\"key\":\"NEW\",\"name\":\"News\",\"description\":{\"plain\":{\"value\":\"All\"}}}");
        send("PUT", SPACES + "/NEW", "{\"name\":\"Latest\"}");
        assertThat(site.values("/wiki/api/v2/spaces", "name")).containsExactly("Latest");
        assertThat(site.json("/wiki/api/v2/spaces?description-format=plain")
                        .at("/results/0/description/plain/value")
                        .asText())
                .isEqualTo("All");
    }

    @Test
    void delete_isATaskThatLeavesNothing() {
        site.simulator().longTaskDuration(Duration.ofSeconds(10));
        send("POST", SPACES, "{\"key\":\"NEW\",\"name\":\"News\"}");
        assertThat(send("DELETE", SPACES + "/NEW", "").statusCode()).isEqualTo(202);
        assertThat(site.ids("/wiki/api/v2/spaces")).hasSize(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(site.ids("/wiki/api/v2/spaces")).isEmpty();
        assertThat(site.ids("/wiki/api/v2/pages?status=current,trashed")).isEmpty();
    }
}
