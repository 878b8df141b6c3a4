package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.adf.AdfReader;
import dev.confluencekit.markup.error.MalformedAdfException;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.MediaTarget;
import dev.confluencekit.markup.tree.Node;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Source;
import dev.confluencekit.markup.tree.Target;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.UserTarget;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Elements of storage bodies that are forms of the editor: what it hands to itself, and what its apps leave. */
final class EditorForms {
    /** Nodes of an element that is JSON; deeper ones are read as words. */
    private static final int MAX_NODES_DEEP = 60;

    private final Reduction blocks;
    private final References references;
    private final ReductionOptions options;
    private final Trail trail;

    EditorForms(Reduction blocks, References references, ReductionOptions options, Trail trail) {
        this.blocks = blocks;
        this.references = references;
        this.options = options;
        this.trail = trail;
    }

    static String ofApp(String name) {
        return "The app " + name + " shows what only it knows; what stands in it was kept.";
    }

    List<Block> reduce(Element element) {
        if (element.source() == Source.STORAGE) {
            switch (element.name()) {
                case "at:declarations", "fab:display-type", "fab:placeholder-url" -> {
                    return leftOut(element, "is for the editor and not for readers");
                }
                case "ac:adf-attribute" -> {
                    return List.of();
                }
                case "ac:adf-node" -> {
                    return node(element);
                }
                case "ac:hipchat-emoticon" -> {
                    String shortcut = element.attributes().get("ac:shortcut").orElse("emoji");
                    return List.of(Plain.of(new Text(":" + shortcut + ":")));
                }
                case "fab:media" -> {
                    return List.of(new Plain(image(element)));
                }
                case "fab:media-group" -> {
                    return files(element);
                }
                case "fab:mention" -> {
                    return List.of(Plain.of(mention(element)));
                }
                case "fab:link" -> {
                    return link(element);
                }
                case "fab:adf" -> {
                    return adf(element);
                }
                default -> {
                    // Known or not, its content is what is to be read.
                }
            }
        }
        return blocks.blocks(element.content());
    }

    private List<Block> leftOut(Element element, String why) {
        String name = element.name();
        trail.found(FindingKind.LEFT_OUT, name, "The element " + name + " " + why + "; it was left out.");
        return List.of();
    }

    /** An app, or a node of which nothing is known. */
    private List<Block> node(Element node) {
        if (node.attributes()
                .get("type")
                .filter(type -> type.endsWith("extension"))
                .isEmpty()) {
            return blocks.blocks(node.content());
        }
        String name = said(node, "text")
                .or(() -> said(node, "extension-title"))
                .or(() -> said(node, "extension-key"))
                .orElse("extension");
        List<Block> shown = new ArrayList<>();
        trail.enter("app " + name);
        trail.found(FindingKind.UNKNOWN_MACRO, name, ofApp(name));
        if (options.unknownMacros()) {
            shown.add(Plain.of(new Text("[macro: " + name + "]")));
        }
        shown.addAll(blocks.blocks(node.content()));
        trail.leave();
        return shown;
    }

    /** The first attribute or parameter of that name that has text, outside of what the node holds. */
    private static Optional<String> said(Element node, String key) {
        for (Block block : node.content()) {
            if (block instanceof Element part && !part.name().equals("ac:adf-content")) {
                boolean own = part.attributes().get("key").filter(key::equals).isPresent();
                Optional<String> text =
                        own ? Optional.of(words(part)).filter(words -> !words.isEmpty()) : said(part, key);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private static String words(Element element) {
        return new Document(element.content())
                .nodes()
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).value())
                .collect(Collectors.joining())
                .strip();
    }

    private static Target target(Element media) {
        return media.attributes()
                .get("url")
                .<Target>map(WebTarget::new)
                .orElseGet(() -> new MediaTarget(
                        media.attributes().get("media-id").orElse(""),
                        media.attributes().get("media-collection").orElse(null),
                        media.attributes().get("file-name").orElse(null)));
    }

    private List<Inline> image(Element media) {
        return references.image(
                new Image(
                        target(media),
                        media.attributes()
                                .get("alt")
                                .or(() -> media.attributes().get("file-name"))
                                .orElse(null),
                        null,
                        List.of(),
                        Attributes.NONE),
                List.of());
    }

    /** Files as tiles: links, one below the other. */
    private List<Block> files(Element group) {
        List<Block> files = new ArrayList<>();
        for (Element media : inside(group)) {
            if (media.name().equals("fab:media")) {
                files.add(new Plain(references.link(Link.of(target(media)), List.of())));
            } else {
                files.addAll(reduce(media));
            }
        }
        return files;
    }

    private static List<Element> inside(Node parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child : parent.children()) {
            if (child instanceof Element element) {
                elements.add(element);
            } else {
                elements.addAll(inside(child));
            }
        }
        return elements;
    }

    private Inline mention(Element element) {
        String name = words(element);
        return references.mention(
                UserTarget.ofAccount(element.attributes().get("atlassian-id").orElse("")),
                name.isEmpty() ? null : name);
    }

    private List<Block> link(Element element) {
        List<Block> content = blocks.blocks(element.content());
        Optional<String> address = element.attributes().get("href");
        return address.isEmpty()
                ? content
                : List.of(new Plain(references.link(Link.of(new WebTarget(address.get())), Reduction.inLine(content))));
    }

    /** A node, as JSON. */
    private List<Block> adf(Element element) {
        String json = words(element);
        Conversion<Document> read;
        try {
            read = AdfReader.create().maxCharacters(Math.max(1, json.length())).read(json);
        } catch (MalformedAdfException e) {
            return leftOut(element, "is no node that can be read");
        }
        for (Finding finding : read.report().findings()) {
            if (finding.kind() != FindingKind.REPAIRED) {
                trail.found(finding.kind(), finding.subject(), finding.message());
            }
        }
        if (blocks.isDeep() || Includes.depth(read.output()) > MAX_NODES_DEEP) {
            trail.found(FindingKind.LIMITED, "nesting", "A node nested too deep was read as one paragraph of text.");
            return List.of(Plain.of(new Text(read.output()
                    .nodes()
                    .filter(Text.class::isInstance)
                    .map(text -> ((Text) text).value())
                    .collect(Collectors.joining(" ")))));
        }
        return blocks.blocks(read.output().blocks());
    }
}
