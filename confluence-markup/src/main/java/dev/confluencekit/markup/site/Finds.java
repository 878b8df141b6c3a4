package dev.confluencekit.markup.site;

import dev.confluencekit.content.blogpost.BlogPost;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.page.Page;

/** What pages and blog posts are to those who link to them. */
final class Finds {
    private Finds() {}

    static Found of(Page page) {
        return new Found(
                ContentOwner.page(page.id()),
                page.spaceId(),
                page.title(),
                page.links() == null ? null : page.links().webui());
    }

    static Found of(BlogPost post) {
        return new Found(
                ContentOwner.blogPost(post.id()),
                post.spaceId(),
                post.title(),
                post.links() == null ? null : post.links().webui());
    }
}
