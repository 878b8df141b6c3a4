package dev.confluencekit.content.blogpost;

import static dev.confluencekit.content.SimulatedSite.DOCS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.core.error.OutcomeUnknownException;
import dev.confluencekit.testkit.Failure;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of blog posts on a simulated site. */
class BlogPostsOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();
    private final BlogPostsClient posts = BlogPostsClient.over(site.connection(), new SpaceKeys(site.spaces()));

    @AfterEach
    void close() {
        site.close();
    }

    private ContentId news() {
        return posts.create(NewBlogPost.inSpace("DOCS", "News").storage("<p>Old</p>"))
                .id();
    }

    @Test
    void life_fromDraftToPurge() {
        ContentId id = posts.create(NewBlogPost.inSpace(DOCS, "Draft").draft()).id();
        assertThat(posts.publish(id).status()).isEqualTo(ContentStatus.CURRENT);
        posts.edit(id, post -> post.title("Published"));
        assertThat(posts.list(BlogPostQuery.inSpace(DOCS)).stream())
                .extracting(BlogPost::title)
                .containsExactly("Published");
        posts.delete(id);
        assertThat(posts.get(id).status()).isEqualTo(ContentStatus.TRASHED);
        assertThat(posts.restore(id).status()).isEqualTo(ContentStatus.CURRENT);
        posts.delete(id);
        posts.purge(id);
        assertThat(posts.find(id)).isEmpty();
    }

    @Test
    void equalTitles_areAllowed() {
        news();
        news();
        assertThat(posts.list(BlogPostQuery.all().title("News")).stream()).hasSize(2);
    }

    @Test
    void pagesListings_doNotShowThem() {
        ContentId id = news();
        assertThat(site.pages().find(PageId.of(id.value()))).isEmpty();
    }

    @Test
    void create_whoseAnswerIsLost_isFound() {
        site.simulator().nextAnswers(Failure.delay(Duration.ZERO), Failure.loseAnswer());
        ContentId id = news();
        assertThat(Objects.requireNonNull(posts.get(id).version()).number()).isEqualTo(1);
        assertThat(site.writes()).isEqualTo(1);
    }

    @Test
    void create_thatNoListingShows_isUnknownAndNotSentAgain() {
        site.simulator().nextAnswers(Failure.delay(Duration.ZERO), Failure.dropConnection());
        assertThatThrownBy(this::news).isInstanceOf(OutcomeUnknownException.class);
        assertThat(site.writes()).isEqualTo(1);
        assertThat(site.waits()).contains(Duration.ofSeconds(5));
    }
}
