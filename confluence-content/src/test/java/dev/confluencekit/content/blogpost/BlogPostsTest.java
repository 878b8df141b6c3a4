package dev.confluencekit.content.blogpost;

import static dev.confluencekit.content.LiteralSite.V2;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.notFound;
import static dev.confluencekit.content.LiteralSite.ok;
import static dev.confluencekit.content.LiteralSite.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.LiteralContent;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.content.version.VersionConflictException;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is asked for blog posts, against literal replies. */
class BlogPostsTest {
    private static final String POSTS = V2 + "/blogposts";
    private static final String POST = POSTS + "/7";
    private static final ContentId ID = ContentId.of("7");
    private static final String NEWS =
            "{\"id\":\"7\",\"status\":\"current\",\"title\":\"News\",\"spaceId\":\"65537\",\"authorId\":\"557058:0c1b\","
                    + "\"createdAt\":\"2026-11-01T08:00:00.000Z\",\"version\":{\"number\":2,\"message\":\"\",\"minorEdit\":false,"
                    + "\"authorId\":\"557058:0c1b\",\"createdAt\":\"2026-11-01T08:00:00.000Z\"},\"body\":{\"storage\":"
                    + "{\"representation\":\"storage\",\"value\":\"<p>Old</p>\"}},\"_links\":{\"webui\":\"/x\"},\"future\":1}";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final BlogPostsClient posts =
            BlogPostsClient.over(site.connection(), new SpaceKeys(SpacesClient.over(site.connection())));

    @Test
    void record_keepsUnknownMembers() {
        BlogPost post = LiteralContent.read(NEWS, BlogPost.class);
        assertThat(post.extras()).containsEntry("future", 1);
        assertThat(LiteralContent.written(post)).isEqualTo(LiteralContent.read(NEWS, Map.class));
    }

    @Test
    void list_ofOneSpace_asksItsOwnListing() {
        site.on("GET " + V2 + "/spaces/65537/blogposts", ok("{\"results\":[" + NEWS + "]}"));
        assertThat(
                        posts
                                .list(BlogPostQuery.inSpace(SpaceId.of("65537")).sort(BlogPostSort.CREATED_DESCENDING))
                                .stream())
                .extracting(BlogPost::id)
                .containsExactly(ID);
        assertThat(site.asked())
                .containsExactly("GET " + V2 + "/spaces/65537/blogposts?status=current&sort=-created-date&limit=250");
    }

    @Test
    void list_ofMany_hasAllParameters() {
        site.on("GET " + POSTS, ok("{\"results\":[" + NEWS + "]}"));
        posts.list(BlogPostQuery.inSpaces(List.of(SpaceId.of("1"), SpaceId.of("2")))
                        .status(ContentStatus.TRASHED)
                        .title("News")
                        .body(BodyFormat.STORAGE)
                        .batchSize(10))
                .first();
        posts.list(BlogPostQuery.byIds(List.of(ID))).first();
        assertThat(site.asked())
                .containsExactly(
                        "GET " + POSTS
                                + "?space-id=1&space-id=2&status=trashed&title=News&body-format=storage&limit=10",
                        "GET " + POSTS + "?id=7&status=current&limit=250");
    }

    @Test
    void list_statusThatBlogPostsDoNotHave_isRefused() {
        assertThatThrownBy(() -> BlogPostQuery.all().status(ContentStatus.ARCHIVED))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void get_find() {
        site.on("GET " + POST, ok(NEWS), notFound());
        assertThat(posts.get(BlogPostRequest.of(ID).body(BodyFormat.STORAGE).include(BlogPostInclude.LABELS))
                        .title())
                .isEqualTo("News");
        assertThat(posts.find(ID)).isEmpty();
        assertThat(site.asked())
                .containsExactly("GET " + POST + "?body-format=storage&include-labels=true", "GET " + POST);
    }

    @Test
    void create_sendsWhatIsKnown() {
        site.on("POST " + POSTS, ok(NEWS));
        posts.create(NewBlogPost.inSpace(SpaceId.of("65537"), "News")
                .storage("<p>Old</p>")
                .createdAt(Instant.parse("2026-11-01T08:00:00Z"))
                .visibleToAuthorOnly());
        assertThat(site.asked()).containsExactly("POST " + POSTS + "?private=true");
        assertThat(site.lastJson())
                .isEqualTo(Map.of(
                        "spaceId",
                        "65537",
                        "status",
                        "current",
                        "title",
                        "News",
                        "createdAt",
                        "2026-11-01T08:00:00.000Z",
                        "body",
                        Map.of("representation", "storage", "value", "<p>Old</p>")));
    }

    @Test
    void update_409_tellsBothVersions() {
        site.on(
                "PUT " + POST,
                refused(
                        409,
                        "CONFLICT",
                        "Version must be incremented when updating a blog post. Current Version: [3]. Provided version: [3]"));
        assertThatThrownBy(() -> posts.update(BlogPostUpdate.of(ID, 2, "News", NewBody.storage(""))))
                .isInstanceOfSatisfying(VersionConflictException.class, e -> {
                    assertThat(e.expectedVersion()).isEqualTo(2);
                    assertThat(e.actualVersion()).hasValue(3);
                });
    }

    @Test
    void edit_publish_restore_areUpdates() {
        String draft = NEWS.replace("current", "draft");
        site.on("GET " + POST, ok(NEWS), ok(draft), notFound(), ok(NEWS.replace("current", "trashed")))
                .on("PUT " + POST, ok(NEWS));
        posts.edit(ID, post -> post.storage("<p>New</p>"));
        assertThat(site.lastJson().get("version")).isEqualTo(Map.of("number", 3));
        posts.publish(ID);
        assertThat(site.lastJson().get("version")).isEqualTo(Map.of("number", 1));
        posts.restore(ID);
        assertThat(site.lastJson().get("status")).isEqualTo("current");
    }

    @Test
    void deletions_haveTheirParameters() {
        site.on("DELETE " + POST, empty(204));
        posts.delete(ID);
        posts.purge(ID);
        posts.deleteDraft(ID);
        assertThat(site.asked())
                .containsExactly("DELETE " + POST, "DELETE " + POST + "?purge=true", "DELETE " + POST + "?draft=true");
    }
}
