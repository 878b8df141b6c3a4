package dev.confluencekit.sync.internal.site;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.attachment.Attachment;
import dev.confluencekit.content.attachment.AttachmentQuery;
import dev.confluencekit.content.attachment.AttachmentSort;
import dev.confluencekit.content.attachment.AttachmentsClient;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.comment.Comment;
import dev.confluencekit.content.comment.CommentQuery;
import dev.confluencekit.content.comment.CommentSort;
import dev.confluencekit.content.comment.CommentsClient;
import dev.confluencekit.content.comment.FooterCommentsClient;
import dev.confluencekit.content.comment.InlineCommentsClient;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.transfer.Download;
import dev.confluencekit.core.transfer.Downloaded;
import dev.confluencekit.sync.item.ItemFile;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.sync.scope.MirrorScope.Part;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What belongs to pages and blog posts: comments with their replies, and files. Safe for use by many threads. */
public final class FamilyReader {
    private final MirrorScope scope;
    private final WebAddresses web;
    private final FooterCommentsClient footer;
    private final InlineCommentsClient inline;
    private final AttachmentsClient attachments;

    FamilyReader(ConfluenceConnection connection, MirrorScope scope, WebAddresses web) {
        this.scope = scope;
        this.web = web;
        this.footer = FooterCommentsClient.over(connection);
        this.inline = InlineCommentsClient.over(connection);
        this.attachments = AttachmentsClient.over(connection);
    }

    /** Whether the scope takes any of it. */
    public boolean isWanted() {
        return scope.has(Part.COMMENTS) || scope.has(Part.ATTACHMENTS);
    }

    /** How many requests {@link #of} makes at least. */
    public int requests() {
        return (scope.has(Part.COMMENTS) ? 2 : 0) + (scope.has(Part.ATTACHMENTS) ? 1 : 0);
    }

    /** All that belongs to a page or blog post, comments with bodies, each before its replies. */
    public List<Row> of(ItemKey owner, String spaceId, BodyFormat bodies) {
        List<Row> rows = new ArrayList<>();
        if (scope.has(Part.COMMENTS)) {
            CommentQuery on = CommentQuery.on(SiteReader.owner(owner)).body(bodies);
            comments(footer, ItemKind.FOOTER_COMMENT, on, owner, spaceId, bodies, rows);
            comments(inline, ItemKind.INLINE_COMMENT, on, owner, spaceId, bodies, rows);
        }
        if (scope.has(Part.ATTACHMENTS)) {
            for (Attachment file : attachments.list(AttachmentQuery.of(SiteReader.owner(owner)))) {
                rows.add(row(file, owner, spaceId));
            }
        }
        return rows;
    }

    private void comments(
            CommentsClient client,
            ItemKind kind,
            CommentQuery query,
            ItemKey owner,
            String spaceId,
            BodyFormat bodies,
            List<Row> rows) {
        for (Comment comment : client.list(query)) {
            rows.add(row(comment, kind, owner, spaceId, bodies));
            comments(client, kind, CommentQuery.repliesTo(comment.id()).body(bodies), owner, spaceId, bodies, rows);
        }
    }

    /**
     * Pages and blog posts to which something was added or changed, or in place of them the comment that was answered, where the
     * listing says no more.
     */
    public Set<ItemKey> changedSince(Instant until) {
        Set<ItemKey> touched = new LinkedHashSet<>();
        if (scope.has(Part.COMMENTS)) {
            CommentQuery newest = CommentQuery.all().sort(CommentSort.MODIFIED_DESCENDING);
            newest(footer.list(newest), until, Comment::version, c -> touchedBy(c, ItemKind.FOOTER_COMMENT), touched);
            newest(inline.list(newest), until, Comment::version, c -> touchedBy(c, ItemKind.INLINE_COMMENT), touched);
        }
        if (scope.has(Part.ATTACHMENTS)) {
            AttachmentQuery newest = AttachmentQuery.all().sort(AttachmentSort.MODIFIED_DESCENDING);
            newest(
                    attachments.list(newest),
                    until,
                    Attachment::version,
                    file -> owner(file.pageId(), file.blogPostId()),
                    touched);
        }
        return touched;
    }

    private static <T> void newest(
            Paged<T> listing,
            Instant until,
            Function<T, @Nullable Version> version,
            Function<T, @Nullable ItemKey> owner,
            Set<ItemKey> touched) {
        boolean past = false;
        for (Batch<T> batch : listing.batches()) {
            boolean last = past;
            for (T item : batch) {
                Version made = version.apply(item);
                if (made != null && made.createdAt() != null && made.createdAt().isBefore(until)) {
                    past = true;
                    continue;
                }
                ItemKey key = owner.apply(item);
                if (key != null) {
                    touched.add(key);
                }
            }
            if (last) {
                return;
            }
        }
    }

    private static @Nullable ItemKey touchedBy(Comment comment, ItemKind kind) {
        ItemKey owner = owner(comment.pageId(), comment.blogPostId());
        return owner != null || comment.parentCommentId() == null
                ? owner
                : new ItemKey(kind, comment.parentCommentId().value());
    }

    private static @Nullable ItemKey owner(@Nullable PageId page, @Nullable ContentId blogPost) {
        if (page != null) {
            return new ItemKey(ItemKind.PAGE, page.value());
        }
        return blogPost == null ? null : new ItemKey(ItemKind.BLOG_POST, blogPost.value());
    }

    /** The status of one of them, if the account may see it. */
    public Optional<String> status(ItemKey key) {
        ContentId id = ContentId.of(key.id());
        return switch (key.kind()) {
            case ATTACHMENT -> attachments.find(id).map(file -> Texts.of(file.status()));
            case FOOTER_COMMENT -> footer.find(id).map(comment -> Texts.of(comment.status()));
            case INLINE_COMMENT -> inline.find(id).map(comment -> Texts.of(comment.status()));
            default -> throw new IllegalArgumentException(key + " belongs to nothing");
        };
    }

    /** Fetches a file whole into a directory. */
    public ItemFile download(ItemKey key, Path directory) {
        Attachment file = attachments.get(ContentId.of(key.id()));
        Path place = directory.resolve(key.id());
        Downloaded done = attachments.download(file, Download.to(place));
        return new ItemFile(place, done.bytes(), file.mediaType());
    }

    private Row row(Comment comment, ItemKind kind, ItemKey owner, String spaceId, BodyFormat bodies) {
        Version version = comment.version();
        return new Row(
                new ItemKey(kind, comment.id().value()),
                spaceId,
                owner,
                Texts.orNull(comment.parentCommentId()),
                null,
                null,
                comment.title() == null ? "" : comment.title(),
                Texts.of(comment.status()),
                Texts.number(version),
                null,
                version == null ? null : version.createdAt(),
                null,
                null,
                version == null ? null : Texts.orNull(version.authorId()),
                version == null ? null : version.message(),
                web.apply(comment.links() == null ? null : comment.links().webui()),
                Texts.orNull(comment.resolutionStatus()),
                Texts.body(comment.body(), bodies));
    }

    private Row row(Attachment file, ItemKey owner, String spaceId) {
        Version version = file.version();
        return new Row(
                new ItemKey(ItemKind.ATTACHMENT, file.id().value()),
                spaceId,
                owner,
                null,
                null,
                null,
                file.title() == null ? "" : file.title(),
                Texts.of(file.status()),
                Texts.number(version),
                file.createdAt(),
                version == null ? null : version.createdAt(),
                null,
                null,
                version == null ? null : Texts.orNull(version.authorId()),
                file.comment(),
                web.apply(file.webuiLink()),
                null,
                null);
    }
}
