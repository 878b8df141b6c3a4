package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.tree.AttachmentTarget;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.BlogPostTarget;
import dev.confluencekit.markup.tree.ContentTarget;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.LinkLook;
import dev.confluencekit.markup.tree.Mention;
import dev.confluencekit.markup.tree.PageTarget;
import dev.confluencekit.markup.tree.ShortcutTarget;
import dev.confluencekit.markup.tree.SpaceTarget;
import dev.confluencekit.markup.tree.Target;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.ThisPage;
import dev.confluencekit.markup.tree.UserTarget;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Reads links, images and the resources that they name. */
final class LinkReader {
    private final BlockReader blocks;

    LinkReader(BlockReader blocks) {
        this.blocks = blocks;
    }

    Inline webLink(Element element) {
        if (!element.hasAttr("href")) {
            return blocks.element(element);
        }
        return new Link(
                new WebTarget(element.attr("href")),
                null,
                blocks.inlines(element),
                look(element.attr("data-card-appearance")),
                Attrs.of(element, "href", "data-card-appearance"));
    }

    private static LinkLook look(String appearance) {
        return switch (appearance.toLowerCase(Locale.ROOT)) {
            case "inline" -> LinkLook.INLINE_CARD;
            case "block" -> LinkLook.BLOCK_CARD;
            case "embed" -> LinkLook.EMBED;
            default -> LinkLook.TEXT;
        };
    }

    Inline link(Element element) {
        if (!isKnown(element)) {
            return blocks.unknown(element);
        }
        Target target = null;
        List<Inline> content = new ArrayList<>();
        boolean body = false;
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            switch (child.tagName()) {
                case "ac:link-body" -> {
                    body = true;
                    content.addAll(blocks.inlines(child));
                }
                case "ac:plain-text-link-body" -> {
                    body = true;
                    InlineReader.text(child.wholeText(), content);
                }
                case "ac:image" -> {
                    body = true;
                    content.add(image(child));
                }
                default -> target = target(child).orElse(null);
            }
        }
        InlineReader.text(element.ownText().strip(), content);
        String anchor = Attrs.orNull(element, "ac:anchor");
        LinkLook look = look(element.attr("ac:card-appearance"));
        Attributes attributes = Attrs.of(element, "ac:anchor", "ac:card-appearance");
        if (target instanceof UserTarget user && !body && anchor == null && attributes.isEmpty() && content.isEmpty()) {
            return new Mention(user, null);
        }
        return new Link(
                target == null ? new ThisPage() : target, anchor, InlineReader.joined(content), look, attributes);
    }

    /** The resource, if the element names one. */
    static Optional<Target> target(Element element) {
        return switch (element.tagName()) {
            case "ri:page" ->
                Optional.of(new PageTarget(element.attr("ri:content-title"), Attrs.orNull(element, "ri:space-key")));
            case "ri:blog-post" ->
                Optional.of(new BlogPostTarget(
                        element.attr("ri:content-title"),
                        Attrs.orNull(element, "ri:space-key"),
                        Attrs.orNull(element, "ri:posting-day")));
            case "ri:attachment" -> Optional.of(attachment(element));
            case "ri:url" -> Optional.of(new WebTarget(element.attr("ri:value")));
            case "ri:user" ->
                Optional.of(new UserTarget(
                        Attrs.orNull(element, "ri:account-id"),
                        Attrs.orNull(element, "ri:userkey"),
                        Attrs.orNull(element, "ri:username")));
            case "ri:space" -> Optional.of(new SpaceTarget(element.attr("ri:space-key")));
            case "ri:shortcut" -> Optional.of(new ShortcutTarget(element.attr("ri:key"), element.attr("ri:parameter")));
            case "ri:content-entity" -> Optional.of(new ContentTarget(element.attr("ri:content-id")));
            default -> Optional.empty();
        };
    }

    private static boolean isTarget(String name) {
        return switch (name) {
            case "ri:page",
                    "ri:blog-post",
                    "ri:attachment",
                    "ri:url",
                    "ri:user",
                    "ri:space",
                    "ri:shortcut",
                    "ri:content-entity" -> true;
            default -> false;
        };
    }

    private static AttachmentTarget attachment(Element element) {
        Element container = element.firstElementChild();
        Target target = container == null ? null : target(container).orElse(null);
        return new AttachmentTarget(element.attr("ri:filename"), target);
    }

    Inline image(Element element) {
        if (!isKnown(element)) {
            return blocks.unknown(element);
        }
        Target source = null;
        List<Inline> caption = List.of();
        Attributes attributes = Attrs.of(element, "ac:alt", "ac:title");
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            Optional<Target> target = target(child);
            if (target.isPresent()) {
                source = target.get();
            } else if (child.tagName().equals("ac:caption")) {
                caption = caption(child);
            } else {
                for (Attribute attribute : child.attributes()) {
                    attributes = attributes.with("adf-mark " + attribute.getKey(), attribute.getValue());
                }
            }
        }
        if (source == null) {
            return blocks.unknown(element);
        }
        return new Image(
                source, Attrs.orNull(element, "ac:alt"), Attrs.orNull(element, "ac:title"), caption, attributes);
    }

    /**
     * Whether a link or an image has the parts that one has and no other. Looked at before anything in it is read, since what is read
     * twice, and in it twice again, takes time without end.
     */
    private static boolean isKnown(Element element) {
        boolean image = element.tagName().equals("ac:image");
        int targets = 0;
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            boolean part = switch (child.tagName()) {
                case "ac:link-body", "ac:plain-text-link-body", "ac:image" -> !image;
                case "ac:caption", "ac:adf-mark" -> image;
                default -> false;
            };
            if (!part) {
                if (!isTarget(child.tagName())) {
                    return false;
                }
                targets++;
            }
        }
        return image ? targets > 0 : targets <= 1;
    }

    /** A caption is mostly one paragraph. */
    private List<Inline> caption(Element element) {
        Element only = element.childNodeSize() == 1 ? element.firstElementChild() : null;
        return blocks.inlines(
                only != null && only.tagName().equals("p") && only.attributesSize() == 0 ? only : element);
    }

    Inline htmlImage(Element element) {
        Attributes attributes = Attributes.NONE;
        for (Attribute attribute : element.attributes()) {
            switch (attribute.getKey()) {
                case "src", "alt", "title" -> {
                    // Components of their own.
                }
                default -> attributes = attributes.with("ac:" + attribute.getKey(), attribute.getValue());
            }
        }
        return new Image(
                new WebTarget(element.attr("src")),
                Attrs.orNull(element, "alt"),
                Attrs.orNull(element, "title"),
                List.of(),
                attributes);
    }

    /** The link in a parameter of a macro. */
    Optional<Link> linkOf(Element element) {
        Inline read = link(element);
        if (read instanceof Link link) {
            return Optional.of(link);
        }
        if (read instanceof Mention mention) {
            return Optional.of(Link.of(mention.user()));
        }
        return Optional.empty();
    }

    static List<Inline> words(String text) {
        return text.isEmpty() ? List.of() : List.of(new Text(text));
    }
}
