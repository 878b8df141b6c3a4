package dev.confluencekit.markup.site;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.render.UnrenderedBody;
import dev.confluencekit.sync.scope.MirrorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The site of a mirror, asked about bodies that the mirror has fetched. */
final class MirrorSite {
    private final SiteResolvers site;
    private final Addressing web;

    MirrorSite(ConfluenceConnection connection) {
        this.site = SiteResolvers.over(connection);
        this.web = new WebAddressing(connection.site());
    }

    /** What has the files that a body names: the page or post itself, or that which a comment is on. */
    static ContentOwner owner(UnrenderedBody body) {
        ItemKey holder = body.owner() == null ? body.item() : body.owner();
        return holder.kind() == ItemKind.BLOG_POST
                ? ContentOwner.blogPost(ContentId.of(holder.id()))
                : ContentOwner.page(PageId.of(holder.id()));
    }

    /** The bodies in document format of those pages and posts that have none in storage format. */
    Map<ContentOwner, String> documentsForEmpty(List<UnrenderedBody> all) {
        return site.bodies()
                .bodies(
                        all.stream()
                                .filter(body -> body.text().isBlank() && body.owner() == null)
                                .map(MirrorSite::owner)
                                .toList(),
                        BodyFormat.ATLAS_DOC_FORMAT);
    }

    /** For each body, in the same order. With a scope links lead to its files. */
    List<Resolvers> resolvers(List<UnrenderedBody> all, List<Markup> read, @Nullable MirrorScope files) {
        List<SiteBody> asked = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            UnrenderedBody body = all.get(i);
            asked.add(new SiteBody(
                    owner(body), SpaceId.of(body.spaceId()), read.get(i).document()));
        }
        return site.resolve(
                asked,
                (number, answers) -> files == null
                        ? web
                        : new FileAddressing(all.get(number).item(), asked.get(number), files, answers, web));
    }
}
