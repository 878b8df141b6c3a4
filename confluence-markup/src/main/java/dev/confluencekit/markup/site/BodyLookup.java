package dev.confluencekit.markup.site;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.blogpost.BlogPostQuery;
import dev.confluencekit.content.blogpost.BlogPostsClient;
import dev.confluencekit.content.body.Body;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.markup.adf.AdfReader;
import dev.confluencekit.markup.error.MarkupException;
import dev.confluencekit.markup.storage.StorageReader;
import dev.confluencekit.markup.tree.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads bodies of pages and blog posts in bulk. */
final class BodyLookup {
    private final PagesClient pages;
    private final BlogPostsClient posts;

    BodyLookup(PagesClient pages, BlogPostsClient posts) {
        this.pages = pages;
        this.posts = posts;
    }

    /** What could be read of these, without those that are not there or no body. */
    Map<ContentOwner, Document> documents(List<ContentOwner> wanted) {
        Map<ContentOwner, Document> read = new HashMap<>();
        bodies(wanted, BodyFormat.STORAGE)
                .forEach((what, body) -> storage(body).ifPresent(document -> read.put(what, document)));
        List<ContentOwner> empty = wanted.stream()
                .filter(what ->
                        !read.containsKey(what) || read.get(what).blocks().isEmpty())
                .toList();
        bodies(empty, BodyFormat.ATLAS_DOC_FORMAT)
                .forEach((what, body) -> adf(body).ifPresent(document -> read.put(what, document)));
        return read;
    }

    private static Optional<Document> storage(String body) {
        try {
            return Optional.of(StorageReader.create().read(body).output());
        } catch (MarkupException e) {
            return Optional.empty();
        }
    }

    private static Optional<Document> adf(String body) {
        try {
            return Optional.of(AdfReader.create().read(body).output());
        } catch (MarkupException e) {
            return Optional.empty();
        }
    }

    /** The bodies that are there and not blank. */
    Map<ContentOwner, String> bodies(List<ContentOwner> wanted, BodyFormat format) {
        Map<ContentOwner, String> bodies = new HashMap<>();
        List<PageId> pageIds = new ArrayList<>();
        List<ContentId> postIds = new ArrayList<>();
        for (ContentOwner what : wanted) {
            if (what.kind() == OwnerKind.BLOG_POST) {
                postIds.add(ContentId.of(what.id()));
            } else {
                pageIds.add(PageId.of(what.id()));
            }
        }
        Lookup.inParts(
                pageIds,
                part -> pages.list(Finds.byIds(part).body(format))
                        .forEach(page -> put(ContentOwner.page(page.id()), page.body(), format, bodies)));
        Lookup.inParts(
                postIds,
                part -> posts.list(BlogPostQuery.byIds(part).body(format))
                        .forEach(post -> put(ContentOwner.blogPost(post.id()), post.body(), format, bodies)));
        return bodies;
    }

    private static void put(
            ContentOwner what, @Nullable Body body, BodyFormat format, Map<ContentOwner, String> bodies) {
        if (body != null) {
            body.in(format).filter(text -> !text.isBlank()).ifPresent(text -> bodies.put(what, text));
        }
    }
}
