package dev.confluencekit.markup.adf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.CodeForm;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LayoutColumn;
import dev.confluencekit.markup.tree.LayoutSection;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Rule;
import dev.confluencekit.markup.tree.Source;
import dev.confluencekit.markup.tree.Style;
import java.util.ArrayList;
import java.util.List;

/** Reads nodes that stand on lines of their own. */
final class BlockReader {
    private static final double INDENTATION_PIXELS = 30;

    private final NodeReader nodes;
    private final Trail trail;
    private final MarkReader marks;
    private final MediaReader media;
    private final ExtensionReader extensions;
    private final ListReader lists;
    private final TableReader tables;

    BlockReader(NodeReader nodes, Trail trail, MarkReader marks, MediaReader media, ExtensionReader extensions) {
        this.nodes = nodes;
        this.trail = trail;
        this.marks = marks;
        this.media = media;
        this.extensions = extensions;
        this.lists = new ListReader(nodes, trail);
        this.tables = new TableReader(nodes, trail);
    }

    /** Answers whether the node is known. */
    boolean read(JsonNode node, List<Block> into) {
        switch (Json.type(node)) {
            case "paragraph" -> into.add(new Paragraph(content(node), style(node)));
            case "heading" -> into.add(heading(node));
            case "blockquote" -> into.add(new Quote(nodes.inside("quote", 0, node), Attributes.NONE));
            case "rule" -> into.add(new Rule());
            case "bodiedRule" -> {
                into.add(new Rule());
                into.addAll(nodes.blocks(Json.content(node)));
            }
            case "codeBlock" -> into.add(code(node));
            case "bulletList" -> into.add(lists.bullets(node));
            case "orderedList" -> into.add(lists.numbers(node));
            case "taskList" -> into.add(lists.tasks(node));
            case "decisionList" -> into.add(lists.decisions(node));
            case "panel" -> into.add(panel(node));
            case "expand", "nestedExpand" ->
                into.add(new Expand(
                        Json.text(node, "title"),
                        nodes.inside("expand", 0, node),
                        breakout(node, "breakoutMode", "breakoutWidth")));
            case "table" -> into.add(tables.table(node));
            case "mediaSingle" -> media.single(node, into);
            case "mediaGroup" -> media.group(node, into);
            case "media" -> into.add(Plain.of(media.inLine(node)));
            case "blockCard", "embedCard" -> into.add(card(node));
            case "extension", "bodiedExtension", "multiBodiedExtension" -> into.addAll(extensions.block(node));
            case "syncBlock", "bodiedSyncBlock" -> into.add(synced(node));
            case "unsupportedBlock", "confluenceUnsupportedBlock" -> into.addAll(extensions.unsupported(node));
            case "listItem",
                    "taskItem",
                    "blockTaskItem",
                    "decisionItem",
                    "tableRow",
                    "tableHeader",
                    "tableCell",
                    "layoutColumn",
                    "extensionFrame",
                    "caption",
                    "doc" -> into.add(nodes.misplaced(node));
            default -> {
                return false;
            }
        }
        for (JsonNode mark : Json.marks(node)) {
            if (!isRead(Json.type(mark))) {
                marks.unknown(Json.type(mark));
            }
        }
        return true;
    }

    private static boolean isRead(String mark) {
        return switch (mark) {
            case "alignment", "indentation", "breakout", "border", "fontSize", "link", "annotation" -> true;
            default -> false;
        };
    }

    private List<Inline> content(JsonNode node) {
        List<Inline> content = nodes.inlines(Json.content(node));
        return Json.mark(node, "fontSize") == null || content.isEmpty()
                ? content
                : List.of(new Marked(Style.SMALL, content));
    }

    /** How Confluence says it in the storage format. */
    private static Attributes style(JsonNode node) {
        StringBuilder style = new StringBuilder();
        JsonNode alignment = Json.mark(node, "alignment");
        if (alignment != null) {
            switch (Json.text(alignment, "align", "")) {
                case "center" -> style.append("text-align: center;");
                case "end", "right" -> style.append("text-align: right;");
                default -> {
                    // As it is without the mark.
                }
            }
        }
        JsonNode indentation = Json.mark(node, "indentation");
        int level =
                indentation == null ? 0 : Json.attribute(indentation, "level").asInt(0);
        if (level >= 1 && level <= 6) {
            style.append("margin-left: ").append(level * INDENTATION_PIXELS).append("px;");
        }
        return style.length() == 0 ? Attributes.NONE : Attributes.of("style", style.toString());
    }

    private Heading heading(JsonNode node) {
        int level = Math.max(1, Math.min(6, Json.attribute(node, "level").asInt(1)));
        trail.heading(level, DeepText.words(node));
        return new Heading(level, content(node), style(node));
    }

    private static CodeBlock code(JsonNode node) {
        Attributes parameters = breakout(node, "breakoutMode", "breakoutWidth");
        if (Json.attribute(node, "hideLineNumbers").asBoolean(false)) {
            parameters = parameters.with("linenumbers", "false");
        }
        return new CodeBlock(CodeForm.CODE, Json.text(node, "language"), null, DeepText.verbatim(node), parameters);
    }

    /** By how much it is wider than the text. */
    private static Attributes breakout(JsonNode node, String modeName, String widthName) {
        JsonNode mark = Json.mark(node, "breakout");
        if (mark == null) {
            return Attributes.NONE;
        }
        Attributes attributes = with(Attributes.NONE, modeName, Json.text(mark, "mode", ""));
        String width = Json.pixels(Json.attribute(mark, "width"));
        return with(attributes, widthName, width == null ? "" : width);
    }

    private Panel panel(JsonNode node) {
        String type = Json.text(node, "panelType", "info");
        PanelKind kind = switch (type) {
            case "info" -> PanelKind.INFO;
            case "tip", "success" -> PanelKind.TIP;
            case "note" -> PanelKind.NOTE;
            case "warning" -> PanelKind.WARNING;
            case "error" -> PanelKind.ERROR;
            case "custom" -> PanelKind.CUSTOM;
            default -> {
                trail.found(
                        FindingKind.SIMPLIFIED,
                        type,
                        "A panel of the kind " + type + " was read as one for information.");
                yield PanelKind.INFO;
            }
        };
        Attributes parameters = kind == PanelKind.NOTE ? Attributes.of("adf-panel-type", "note") : Attributes.NONE;
        if (kind == PanelKind.CUSTOM) {
            parameters = with(parameters, "bgColor", Json.text(node, "panelColor", ""));
            parameters = with(parameters, "panelIcon", Json.text(node, "panelIcon", ""));
            parameters = with(parameters, "panelIconId", Json.text(node, "panelIconId", ""));
        }
        return new Panel(kind, null, Json.text(node, "panelIconText"), nodes.inside("panel", 0, node), parameters);
    }

    private static Attributes with(Attributes attributes, String name, String value) {
        return value.isEmpty() ? attributes : attributes.with(name, value);
    }

    private Block card(JsonNode node) {
        Inline card = media.card(node, trail);
        return card instanceof Element element ? element : Plain.of(card);
    }

    private Element synced(JsonNode node) {
        String type = Json.type(node);
        if (type.equals("syncBlock")) {
            trail.found(
                    FindingKind.LEFT_OUT,
                    Json.text(node, "resourceId", type),
                    "A block that another page shares is not in this body; it was left out.");
        }
        return new Element(Source.ADF, type, nodes.blocks(Json.content(node)), Json.attributes(node));
    }

    LayoutSection section(JsonNode node, int number) {
        trail.enter("section", number);
        List<LayoutColumn> columns = new ArrayList<>();
        for (JsonNode child : Json.content(node)) {
            trail.enter("column", columns.size() + 1);
            if (Json.type(child).equals("layoutColumn")) {
                JsonNode width = Json.attribute(child, "width");
                columns.add(new LayoutColumn(
                        width.isNumber() ? width.asDouble() : null, nodes.blocks(Json.content(child))));
            } else {
                columns.add(new LayoutColumn(null, nodes.blocks(List.of(child))));
            }
            trail.leave();
        }
        trail.leave();
        return new LayoutSection(
                LayoutTypes.of(columns), columns, breakout(node, "ac:breakout-mode", "ac:breakout-width"));
    }
}
