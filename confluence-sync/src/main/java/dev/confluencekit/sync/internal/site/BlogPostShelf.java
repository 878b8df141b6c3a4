package dev.confluencekit.sync.internal.site;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.blogpost.BlogPost;
import dev.confluencekit.content.blogpost.BlogPostQuery;
import dev.confluencekit.content.blogpost.BlogPostSort;
import dev.confluencekit.content.blogpost.BlogPostsClient;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blog posts, which stand below nothing and are never archived. */
final class BlogPostShelf implements Shelf {
    private static final ContentStatus[] EVERY = {ContentStatus.CURRENT, ContentStatus.TRASHED, ContentStatus.DELETED};

    private final BlogPostsClient posts;
    private final WebAddresses web;

    BlogPostShelf(BlogPostsClient posts, WebAddresses web) {
        this.posts = posts;
        this.web = web;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.BLOG_POST;
    }

    @Override
    public boolean takes(String status) {
        return ContentStatus.CURRENT.value().equals(status);
    }

    @Override
    public RowBatch inSpace(SpaceId space, @Nullable Cursor from) {
        return one(BlogPostQuery.inSpace(space).sort(BlogPostSort.ID), from);
    }

    @Override
    public RowBatch newest(List<SpaceId> spaces, @Nullable Cursor from) {
        return one(BlogPostQuery.inSpaces(spaces).sort(BlogPostSort.MODIFIED_DESCENDING), from);
    }

    private RowBatch one(BlogPostQuery query, @Nullable Cursor from) {
        BlogPostQuery current = query.status(ContentStatus.CURRENT);
        Batch<BlogPost> batch =
                posts.list(from == null ? current : current.cursor(from)).first();
        return new RowBatch(
                batch.stream().map(post -> row(post, null)).toList(),
                batch.next().orElse(null));
    }

    @Override
    public List<Row> byIds(Collection<String> ids, @Nullable BodyFormat bodies) {
        BlogPostQuery query =
                BlogPostQuery.byIds(ids.stream().map(ContentId::of).toList()).status(EVERY);
        BlogPostQuery whole = bodies == null ? query : query.body(bodies);
        return posts.list(whole).stream().map(post -> row(post, bodies)).toList();
    }

    private Row row(BlogPost post, @Nullable BodyFormat bodies) {
        return new Row(
                new ItemKey(ItemKind.BLOG_POST, post.id().value()),
                Texts.of(post.spaceId()),
                null,
                null,
                null,
                null,
                post.title() == null ? "" : post.title(),
                Texts.of(post.status()),
                Texts.number(post.version()),
                post.createdAt(),
                post.version() == null ? null : post.version().createdAt(),
                Texts.orNull(post.authorId()),
                null,
                post.version() == null ? null : Texts.orNull(post.version().authorId()),
                post.version() == null ? null : post.version().message(),
                web.apply(post.links() == null ? null : post.links().webui()),
                null,
                Texts.body(post.body(), bodies));
    }
}
