package dev.confluencekit.markup.site;

import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.blogpost.BlogPost;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.page.Page;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.content.page.PageStatus;
import java.util.List;

/** What pages and blog posts are to those who link to them. */
final class Finds {
    private Finds() {}

    /** Archived pages are there, and linked to, still. */
    static PageQuery byIds(List<PageId> ids) {
        return PageQuery.byIds(ids).status(PageStatus.CURRENT, PageStatus.ARCHIVED);
    }

    static Found of(Page page) {
        return new Found(
                ContentOwner.page(page.id()),
                page.spaceId(),
                page.title(),
                page.links() == null ? null : page.links().webui(),
                PageStatus.ARCHIVED.equals(page.status()));
    }

    static Found of(BlogPost post) {
        return new Found(
                ContentOwner.blogPost(post.id()),
                post.spaceId(),
                post.title(),
                post.links() == null ? null : post.links().webui(),
                ContentStatus.ARCHIVED.equals(post.status()));
    }
}
