package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who likes what. */
class LikesTest {

    private static final String PAGE = "/wiki/api/v2/pages/201";

    private final Site site = Site.withPages(1);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void page_isLikedByNobodyAtFirst() {
        assertThat(site.json(PAGE + "/likes/count").path("count").asInt()).isZero();
        assertThat(site.values(PAGE + "/likes/users", "accountId")).isEmpty();
    }

    @Test
    void likes_areCountedOncePerPerson_andPagedByCursor() {
        SimulatedCommunity community = site.simulator().community();
        community.like("201", "712020:c", "712020:a", "712020:b");
        community.like("201", "712020:a");
        community.unlike("201", "712020:b");

        assertThat(site.json(PAGE + "/likes/count").path("count").asInt()).isEqualTo(2);
        assertThat(site.values(PAGE + "/likes/users", "accountId")).containsExactly("712020:a", "712020:c");
        String next =
                site.json(PAGE + "/likes/users?limit=1").at("/_links/next").asText();
        assertThat(site.values(next, "accountId")).containsExactly("712020:c");
        assertThat(site.values(PAGE + "/likes/users?limit=0", "accountId")).isEmpty();
        assertThat(site.get(PAGE + "/likes/users?limit=251").statusCode()).isEqualTo(400);
    }

    @Test
    void likes_ofAPageThatIsNotThere_areNotFound() {
        assertThat(site.get("/wiki/api/v2/pages/999/likes/count").statusCode()).isEqualTo(404);
        assertThat(site.get("/wiki/api/v2/blogposts/201/likes/count").statusCode())
                .isEqualTo(404);
        SimulatedCommunity community = site.simulator().community();
        assertThatThrownBy(() -> community.like("999", "712020:a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void likes_ofAComment_areItsOwn() {
        SimulatedCommunity community = site.simulator().community();
        String id = community.comment("201", "712020:a", "<p>Good</p>");
        community.like(id, "712020:b");

        assertThat(site.values("/wiki/api/v2/footer-comments/" + id + "/likes/users", "accountId"))
                .containsExactly("712020:b");
        assertThat(site.get("/wiki/api/v2/inline-comments/" + id + "/likes/count")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.json(PAGE + "/likes/count").path("count").asInt()).isZero();
    }
}
