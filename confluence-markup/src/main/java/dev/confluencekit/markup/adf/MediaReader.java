package dev.confluencekit.markup.adf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.markup.adf.MarkReader.Leaf;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.LinkLook;
import dev.confluencekit.markup.tree.MediaTarget;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Source;
import dev.confluencekit.markup.tree.Target;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads images, files and cards. */
final class MediaReader {
    private final NodeReader nodes;
    private final MarkReader marks;

    MediaReader(NodeReader nodes, MarkReader marks) {
        this.nodes = nodes;
        this.marks = marks;
    }

    /** An image on lines of its own, with its caption; several, if the node holds several. */
    void single(JsonNode node, List<Block> into) {
        List<JsonNode> media = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        List<Inline> caption = List.of();
        for (JsonNode child : Json.content(node)) {
            switch (Json.type(child)) {
                case "media" -> media.add(child);
                case "caption" -> caption = nodes.inlines(Json.content(child));
                default -> others.add(child);
            }
        }
        for (int i = 0; i < media.size(); i++) {
            JsonNode child = media.get(i);
            Inline image = image(child, i == media.size() - 1 ? caption : List.of(), layout(node));
            Leaf outer = marks.leaf(image, node);
            Leaf inner = marks.leaf(image, child);
            into.add(new Plain(MarkReader.nest(List.of(inner.around().isEmpty() ? outer : inner))));
        }
        if (media.isEmpty() && !caption.isEmpty()) {
            into.add(new Plain(caption));
        }
        into.addAll(nodes.blocks(others));
    }

    private static Attributes layout(JsonNode single) {
        Attributes attributes = Attributes.NONE;
        String layout = Json.text(single, "layout");
        if (layout != null) {
            attributes = attributes.with("ac:layout", layout);
        }
        String width = Json.pixels(Json.attribute(single, "width"));
        if (width != null && Json.text(single, "widthType", "percentage").equals("pixel")) {
            attributes = attributes.with("ac:width", width).with("ac:custom-width", "true");
        }
        return attributes;
    }

    private Image image(JsonNode media, List<Inline> caption, Attributes around) {
        Attributes attributes = around;
        String width = Json.pixels(Json.attribute(media, "width"));
        String height = Json.pixels(Json.attribute(media, "height"));
        if (width != null) {
            attributes = attributes.with("ac:original-width", width);
        }
        if (height != null) {
            attributes = attributes.with("ac:original-height", height);
        }
        JsonNode border = Json.mark(media, "border");
        if (border != null) {
            attributes = attributes
                    .with("adf-mark key", "border")
                    .with("adf-mark size", Json.text(border, "size", "2"))
                    .with("adf-mark color", Json.text(border, "color", "#091e4224"));
        }
        return new Image(target(media), Json.text(media, "alt"), null, caption, attributes);
    }

    /** A file of the media service, whose name is mostly where the words for it should be; or a web address. */
    private static Target target(JsonNode media) {
        String url = Json.text(media, "url");
        if (url != null) {
            return new WebTarget(url);
        }
        String name = Json.text(media, "__fileName");
        return new MediaTarget(
                Json.text(media, "id", ""),
                Json.text(media, "collection"),
                name == null ? Json.text(media, "alt") : name);
    }

    /** Files as tiles: links, one below the other. */
    void group(JsonNode node, List<Block> into) {
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode child : Json.content(node)) {
            if (Json.type(child).equals("media")) {
                into.add(new Plain(MarkReader.nest(List.of(marks.leaf(file(child), child)))));
            } else {
                others.add(child);
            }
        }
        into.addAll(nodes.blocks(others));
    }

    private static Link file(JsonNode media) {
        String words = Json.text(media, "alt");
        return words == null ? Link.of(target(media)) : Link.of(target(media), new Text(words));
    }

    Inline inLine(JsonNode media) {
        return Json.text(media, "type", "file").equals("image")
                ? image(media, List.of(), Attributes.NONE)
                : file(media);
    }

    /** A link to what a card shows; null if nobody can tell what that is. */
    Inline card(JsonNode node, Trail trail) {
        String type = Json.type(node);
        JsonNode data = Json.attribute(node, "data");
        String url = firstOf(Json.text(node, "url"), Json.textOf(data.path("url")), Json.textOf(data.path("@id")));
        String name = Json.textOf(data.path("name"));
        if (url == null) {
            trail.found(
                    name == null ? FindingKind.LEFT_OUT : FindingKind.SIMPLIFIED,
                    type,
                    "The node " + type + " has no address"
                            + (name == null ? "; what it shows only the site knows." : "; its name was kept."));
            return new Element(
                    Source.ADF,
                    type,
                    name == null ? List.of() : List.of(Plain.of(new Text(name))),
                    Json.attributes(node));
        }
        LinkLook look = switch (type) {
            case "blockCard" -> LinkLook.BLOCK_CARD;
            case "embedCard" -> LinkLook.EMBED;
            default -> LinkLook.INLINE_CARD;
        };
        return new Link(
                new WebTarget(url), null, name == null ? List.of() : List.of(new Text(name)), look, Attributes.NONE);
    }

    private static @Nullable String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
