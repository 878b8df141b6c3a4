package dev.confluencekit.content.blogpost;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.Lookups;
import dev.confluencekit.content.internal.part.OwnedParts;
import dev.confluencekit.content.internal.titled.ContentState;
import dev.confluencekit.content.internal.titled.TitledContent;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Blog posts over a connection. */
final class DefaultBlogPostsClient extends OwnedParts<ContentId> implements BlogPostsClient {
    private final ConfluenceConnection connection;
    private final SpaceKeys spaceKeys;
    private final TitledContent<BlogPost> writes;

    DefaultBlogPostsClient(ConfluenceConnection connection, SpaceKeys spaceKeys) {
        super(connection, ContentOwner::blogPost);
        this.connection = connection;
        this.spaceKeys = spaceKeys;
        this.writes = new TitledContent<>(
                connection,
                new TitledContent.Noun<>(
                        "BlogPost",
                        "blog post",
                        "/wiki/api/v2/blogposts",
                        BlogPost.class,
                        DefaultBlogPostsClient::state,
                        false));
    }

    static ContentState state(BlogPost post) {
        return new ContentState(
                post.id().value(),
                post.status() == null ? null : post.status().value(),
                post.title(),
                post.spaceId() == null ? null : post.spaceId().value(),
                post.createdAt(),
                post.version(),
                post.body());
    }

    @Override
    public Paged<BlogPost> list(BlogPostQuery query) {
        BlogPostQuery.Fields fields = query.fields();
        String key = fields.spaceKey;
        return key == null
                ? list(fields, fields.spaces)
                : Paged.deferred(() -> list(fields, List.of(spaceKeys.idOf(key))));
    }

    /** One space has a listing of its own, which is asked where nothing else is wanted of it. */
    private Paged<BlogPost> list(BlogPostQuery.Fields fields, List<SpaceId> spaces) {
        ApiRequest.Builder request = spaces.size() == 1 && fields.ids.isEmpty()
                ? ApiRequest.get("getBlogPostsInSpace", "/wiki/api/v2/spaces/{id}/blogposts")
                        .path("id", spaces.get(0).value())
                : ApiRequest.get("getBlogPosts", "/wiki/api/v2/blogposts")
                        .query("id", fields.ids)
                        .query("space-id", spaces);
        request.query("status", fields.statuses)
                .query("title", fields.title)
                .query("sort", fields.sort == null ? null : fields.sort.parameter())
                .query("body-format", fields.body == null ? null : fields.body.representation());
        return connection.list(request.build(), BlogPost.class, fields.batchSize, fields.cursor);
    }

    @Override
    public BlogPost get(ContentId id) {
        return get(BlogPostRequest.of(id));
    }

    @Override
    public BlogPost get(BlogPostRequest request) {
        return connection.fetch(request.toApiRequest(), BlogPost.class);
    }

    @Override
    public Optional<BlogPost> find(ContentId id) {
        return Lookups.find(() -> get(id));
    }

    @Override
    public BlogPost create(NewBlogPost post) {
        return writes.create(post.resolved(spaceKeys::idOf));
    }

    @Override
    public BlogPost update(BlogPostUpdate update) {
        return writes.update(update.edition(), new JsonBody());
    }

    @Override
    public BlogPost edit(ContentId id, UnaryOperator<BlogPostUpdate> change) {
        return writes.edit(id.value(), BlogPostUpdate::of, change, this::update);
    }

    @Override
    public BlogPost publish(ContentId draft) {
        return writes.publish(draft.value());
    }

    @Override
    public BlogPost restore(ContentId id) {
        return writes.restore(id.value());
    }

    @Override
    public void delete(ContentId id) {
        writes.trash(id.value());
    }

    @Override
    public void purge(ContentId id) {
        writes.deleteForGood(id.value(), "purge");
    }

    @Override
    public void deleteDraft(ContentId id) {
        writes.deleteForGood(id.value(), "draft");
    }
}
