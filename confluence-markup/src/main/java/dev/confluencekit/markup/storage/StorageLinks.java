package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.AttachmentTarget;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.BlogPostTarget;
import dev.confluencekit.markup.tree.ContentTarget;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.LinkLook;
import dev.confluencekit.markup.tree.MediaTarget;
import dev.confluencekit.markup.tree.PageTarget;
import dev.confluencekit.markup.tree.ShortcutTarget;
import dev.confluencekit.markup.tree.SpaceTarget;
import dev.confluencekit.markup.tree.Target;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.UserTarget;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes links, images and resources. */
final class StorageLinks {
    private static final String MARK = "adf-mark ";

    private final Xml xml;
    private final StorageBlocks blocks;
    private final Trail trail;

    StorageLinks(Xml xml, StorageBlocks blocks, Trail trail) {
        this.xml = xml;
        this.blocks = blocks;
        this.trail = trail;
    }

    Xml link(Link link) {
        if (!(link.target() instanceof WebTarget web)) {
            return wiki(link);
        }
        xml.start("a").attribute("href", web.url());
        xml.attribute("data-card-appearance", look(link.look())).attributes(link.attributes());
        if (link.content().isEmpty() && link.look() != LinkLook.TEXT) {
            return xml.text(web.url()).end("a");
        }
        return blocks.inlines(link.content()).end("a");
    }

    private static @Nullable String look(LinkLook look) {
        return switch (look) {
            case TEXT -> null;
            case INLINE_CARD -> "inline";
            case BLOCK_CARD -> "block";
            case EMBED -> "embed";
        };
    }

    Xml wiki(Link link) {
        if (!canBeNamed(link.target())) {
            return blocks.inlines(link.content());
        }
        xml.start("ac:link").attribute("ac:anchor", link.anchor());
        xml.attribute("ac:card-appearance", look(link.look())).attributes(link.attributes());
        target(link.target());
        if (link.content().stream().allMatch(Text.class::isInstance)) {
            StringBuilder words = new StringBuilder();
            link.content().forEach(inline -> words.append(((Text) inline).value()));
            if (words.length() > 0) {
                xml.start("ac:plain-text-link-body").cdata(words.toString()).end("ac:plain-text-link-body");
            }
        } else {
            xml.start("ac:link-body");
            blocks.inlines(link.content()).end("ac:link-body");
        }
        return xml.end("ac:link");
    }

    /** Files of the media service are known to storage format by their names only. */
    private boolean canBeNamed(Target target) {
        if (target instanceof MediaTarget media && media.fileName() == null) {
            trail.found(
                    FindingKind.UNRESOLVED_REFERENCE,
                    media.id(),
                    "The file " + media.id() + " has no name, without which storage format cannot link to it.");
            return false;
        }
        return true;
    }

    Xml target(Target target) {
        if (target instanceof PageTarget page) {
            xml.start("ri:page").attribute("ri:space-key", page.spaceKey());
            return xml.attribute("ri:content-title", page.title()).end("ri:page");
        } else if (target instanceof BlogPostTarget post) {
            xml.start("ri:blog-post").attribute("ri:space-key", post.spaceKey());
            xml.attribute("ri:posting-day", post.postingDay());
            return xml.attribute("ri:content-title", post.title()).end("ri:blog-post");
        } else if (target instanceof AttachmentTarget attachment) {
            xml.start("ri:attachment").attribute("ri:filename", attachment.fileName());
            Target container = attachment.container();
            return (container == null ? xml : target(container)).end("ri:attachment");
        } else if (target instanceof MediaTarget media) {
            return xml.start("ri:attachment")
                    .attribute("ri:filename", media.fileName())
                    .end("ri:attachment");
        } else if (target instanceof WebTarget web) {
            return xml.start("ri:url").attribute("ri:value", web.url()).end("ri:url");
        } else if (target instanceof UserTarget user) {
            xml.start("ri:user").attribute("ri:account-id", user.accountId());
            xml.attribute("ri:userkey", user.userKey());
            return xml.attribute("ri:username", user.username()).end("ri:user");
        } else if (target instanceof SpaceTarget space) {
            return xml.start("ri:space").attribute("ri:space-key", space.key()).end("ri:space");
        } else if (target instanceof ShortcutTarget shortcut) {
            xml.start("ri:shortcut").attribute("ri:key", shortcut.key());
            return xml.attribute("ri:parameter", shortcut.parameter()).end("ri:shortcut");
        } else if (target instanceof ContentTarget content) {
            return xml.start("ri:content-entity")
                    .attribute("ri:content-id", content.id())
                    .end("ri:content-entity");
        }
        return xml;
    }

    Xml image(Image image) {
        if (!canBeNamed(image.source())) {
            return xml.text(image.alternative() == null ? "" : image.alternative());
        }
        Attributes attributes = image.attributes();
        xml.start("ac:image").attribute("ac:alt", image.alternative()).attribute("ac:title", image.title());
        xml.attributes(attributes);
        target(image.source());
        if (!image.caption().isEmpty()) {
            caption(image.caption());
        }
        if (attributes.values().keySet().stream().anyMatch(name -> name.startsWith(MARK))) {
            xml.start("ac:adf-mark");
            for (Map.Entry<String, String> attribute : attributes.values().entrySet()) {
                String name = attribute.getKey();
                if (name.startsWith(MARK) && Xml.isName(name.substring(MARK.length()))) {
                    xml.attribute(name.substring(MARK.length()), attribute.getValue());
                }
            }
            xml.end("ac:adf-mark");
        }
        return xml.end("ac:image");
    }

    private void caption(List<Inline> caption) {
        xml.start("ac:caption").start("p");
        blocks.inlines(caption).end("p").end("ac:caption");
    }
}
