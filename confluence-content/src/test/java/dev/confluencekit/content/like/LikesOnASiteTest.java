package dev.confluencekit.content.like;

import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.owner.ContentOwner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Likes of a simulated site. */
class LikesOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void likes_ofAPageAndAComment_areCounted_andNamed() {
        ContentId comment = ContentId.of(site.simulator().community().comment("202", "712020:ada", "<p>Nice</p>"));
        site.simulator().community().like("202", "712020:ada", "712020:bob");
        site.simulator().community().like(comment.value(), "712020:bob");

        LikesClient ofPage = LikesClient.over(site.connection(), ContentOwner.page(GUIDE));
        LikesClient ofComment = LikesClient.over(site.connection(), ContentOwner.footerComment(comment));

        assertThat(ofPage.count()).isEqualTo(2);
        assertThat(ofPage.list().stream().map(Like::accountId))
                .containsExactly(AccountId.of("712020:ada"), AccountId.of("712020:bob"));
        assertThat(ofComment.count()).isEqualTo(1);
    }
}
