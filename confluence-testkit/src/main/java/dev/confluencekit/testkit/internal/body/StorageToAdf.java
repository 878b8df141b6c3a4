package dev.confluencekit.testkit.internal.body;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.internal.body.MarkupNode.Element;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Shows storage format as Atlassian Document Format. Covers what pages are usually made of; anything
 * else gives its content, or an {@code extension} node if it is a macro without any.
 */
public final class StorageToAdf {

    /** The names differ between the two formats: storage {@code note} is the yellow one, and so on. */
    private static final Map<String, String> PANELS =
            Map.of("info", "info", "note", "warning", "warning", "error", "tip", "success", "panel", "note");

    private static final String MACRO = "com.atlassian.confluence.macro.core";

    private final AdfInline inline;

    /**
     * Makes a converter for one page.
     *
     * @param references finds what its links point at
     */
    public StorageToAdf(References references) {
        this.inline = new AdfInline(references);
    }

    /**
     * Converts a body.
     *
     * @param root the parsed body
     * @return a JSON text, a {@code doc} of version 1
     */
    public String convert(Element root) {
        ObjectNode doc = JsonNodeFactory.instance.objectNode();
        doc.put("type", "doc");
        doc.set("content", blocks(root.children()));
        doc.put("version", 1);
        return doc.toString();
    }

    /** Writes nodes as blocks; what stands between blocks becomes paragraphs. */
    private ArrayNode blocks(List<MarkupNode> nodes) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        AdfText pending = new AdfText();
        for (MarkupNode node : nodes) {
            if (node instanceof Element element && Macros.isBlock(element)) {
                flush(pending, out);
                block(element, out);
            } else {
                inline.add(node, List.of(), pending);
            }
        }
        flush(pending, out);
        return out;
    }

    private static void flush(AdfText pending, ArrayNode out) {
        if (!pending.isBlank()) {
            out.add(node("paragraph", pending.content()));
        }
        pending.clear();
    }

    private void block(Element element, ArrayNode out) {
        switch (element.name()) {
            case "p" -> paragraph(element, out);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                ObjectNode heading = node("heading", inline.content(element.children()));
                attrs(heading).put("level", element.name().charAt(1) - '0');
                out.add(heading);
            }
            case "ul" -> out.add(node("bulletList", items(element)));
            case "ol" -> {
                ObjectNode list = node("orderedList", items(element));
                attrs(list).put("order", 1);
                out.add(list);
            }
            case "blockquote" -> out.add(node("blockquote", notEmpty(blocks(element.children()))));
            case "pre" -> out.add(codeBlock(element.text(), ""));
            case "hr" -> out.addObject().put("type", "rule");
            case "table" -> out.add(node("table", rows(element)));
            case "ac:task-list" -> out.add(taskList(element));
            case "ac:image" -> out.add(inline.image(element));
            case "ac:layout-section" -> layout(element, out);
            case "ac:structured-macro", "ac:macro" -> macro(element, out);
            default -> out.addAll(blocks(element.children()));
        }
    }

    /** An empty paragraph is kept, as the editor does; one that holds blocks is split around them. */
    private void paragraph(Element element, ArrayNode out) {
        ArrayNode content = blocks(element.children());
        if (content.isEmpty()) {
            out.addObject().put("type", "paragraph");
        } else {
            out.addAll(content);
        }
    }

    private ArrayNode items(Element list) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (Element item : list.elements("li")) {
            items.add(node("listItem", notEmpty(blocks(item.children()))));
        }
        return items;
    }

    private ArrayNode rows(Element table) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (MarkupNode child : table.children()) {
            if (child instanceof Element part) {
                if (part.name().equals("tr")) {
                    rows.add(node("tableRow", cells(part)));
                } else {
                    rows.addAll(rows(part));
                }
            }
        }
        return rows;
    }

    private ArrayNode cells(Element row) {
        ArrayNode cells = JsonNodeFactory.instance.arrayNode();
        for (MarkupNode child : row.children()) {
            if (child instanceof Element cell) {
                String type = cell.name().equals("th") ? "tableHeader" : "tableCell";
                ObjectNode node = node(type, notEmpty(blocks(cell.children())));
                ObjectNode attrs = attrs(node);
                for (String span : List.of("colspan", "rowspan")) {
                    cell.attribute(span)
                            .filter(value -> value.matches("[1-9][0-9]{0,2}"))
                            .ifPresent(value -> attrs.put(span, Integer.parseInt(value)));
                }
                cells.add(node);
            }
        }
        return cells;
    }

    private ObjectNode taskList(Element list) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (Element task : list.elements("ac:task")) {
            List<MarkupNode> body =
                    task.element("ac:task-body").map(Element::children).orElse(List.of());
            ObjectNode item = node("taskItem", inline.content(body));
            ObjectNode attrs = attrs(item);
            attrs.put("localId", task.element("ac:task-id").map(Element::text).orElse(""));
            boolean done = task.element("ac:task-status")
                    .filter(status -> status.text().strip().equals("complete"))
                    .isPresent();
            attrs.put("state", done ? "DONE" : "TODO");
            items.add(item);
        }
        ObjectNode node = node("taskList", items);
        attrs(node).put("localId", localId(list.text()));
        return node;
    }

    private void layout(Element section, ArrayNode out) {
        List<Element> cells = section.elements("ac:layout-cell");
        if (cells.size() < 2) {
            // The schema wants at least two columns; the editor shows a single one as plain content.
            cells.forEach(cell -> out.addAll(blocks(cell.children())));
            return;
        }
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        for (Element cell : cells) {
            ObjectNode column = node("layoutColumn", notEmpty(blocks(cell.children())));
            attrs(column).put("width", Math.round(10000.0 / cells.size()) / 100.0);
            columns.add(column);
        }
        out.add(node("layoutSection", columns));
    }

    private void macro(Element macro, ArrayNode out) {
        String name = Macros.macroName(macro);
        List<MarkupNode> body = Macros.richBody(macro);
        if (PANELS.containsKey(name)) {
            ObjectNode panel = node("panel", notEmpty(blocks(body)));
            attrs(panel).put("panelType", PANELS.get(name));
            out.add(panel);
        } else if (name.equals("code") || name.equals("noformat")) {
            out.add(codeBlock(
                    Macros.plainBody(macro), macro.parameter("language").orElse("")));
        } else if (name.equals("expand")) {
            ObjectNode expand = node("expand", notEmpty(blocks(body)));
            attrs(expand).put("title", macro.parameter("title").orElse(""));
            out.add(expand);
        } else if (!body.isEmpty()) {
            out.addAll(blocks(body));
        } else if (!Macros.plainBody(macro).isEmpty()) {
            out.add(codeBlock(Macros.plainBody(macro), ""));
        } else {
            out.add(extension(macro, name));
        }
    }

    private static ObjectNode extension(Element macro, String name) {
        ObjectNode extension = JsonNodeFactory.instance.objectNode().put("type", "extension");
        ObjectNode attrs = attrs(extension);
        attrs.put("layout", "default");
        attrs.put("extensionType", MACRO);
        attrs.put("extensionKey", name);
        ObjectNode parameters = attrs.putObject("parameters").putObject("macroParams");
        for (Element parameter : macro.elements("ac:parameter")) {
            parameters.putObject(parameter.attribute("ac:name").orElse("")).put("value", parameter.text());
        }
        return extension;
    }

    private static ObjectNode codeBlock(String code, String language) {
        ArrayNode content = JsonNodeFactory.instance.arrayNode();
        if (!code.isEmpty()) {
            content.addObject().put("type", "text").put("text", code);
        }
        ObjectNode block = node("codeBlock", content);
        if (!language.isEmpty()) {
            attrs(block).put("language", language.toLowerCase(Locale.ROOT));
        }
        return block;
    }

    private static ArrayNode notEmpty(ArrayNode content) {
        if (content.isEmpty()) {
            content.addObject().put("type", "paragraph");
        }
        return content;
    }

    static String localId(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static ObjectNode node(String type, ArrayNode content) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", type);
        if (!content.isEmpty()) {
            node.set("content", content);
        }
        return node;
    }

    static ObjectNode attrs(ObjectNode node) {
        return node.withObjectProperty("attrs");
    }
}
