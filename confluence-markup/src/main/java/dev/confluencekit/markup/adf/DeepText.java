package dev.confluencekit.markup.adf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** What nodes say that are nested too deep to be read: their texts, a paragraph for each node that has some. Without recursion. */
final class DeepText {
    private DeepText() {}

    static List<Block> lines(Iterable<JsonNode> nodes) {
        List<Block> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        Deque<Iterator<JsonNode>> open = new ArrayDeque<>();
        open.push(nodes.iterator());
        while (!open.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                end(line, lines);
                continue;
            }
            JsonNode node = open.element().next();
            if (node.isArray()) {
                open.push(node.iterator());
            } else if (node.isValueNode() && !node.isNull()) {
                line.append(node.asText());
            } else if (node.isObject()) {
                String text = Json.textOf(node.path("text"));
                String said = text == null ? Json.text(node, "text", "") : text;
                if (Json.type(node).equals("hardBreak")) {
                    line.append(' ');
                } else if (Json.hasContent(node)) {
                    end(line, lines);
                    open.push(Json.content(node).iterator());
                } else {
                    line.append(said);
                }
            }
        }
        return lines;
    }

    /** The words of one node in one line. */
    static String words(JsonNode node) {
        StringBuilder words = new StringBuilder();
        for (Block line : lines(Json.content(node))) {
            if (line instanceof Paragraph paragraph && paragraph.content().get(0) instanceof Text text) {
                words.append(words.length() == 0 ? "" : " ").append(text.value());
            }
        }
        return words.toString();
    }

    /** The texts of code: as they are, and nothing between them. */
    static String verbatim(JsonNode node) {
        StringBuilder text = new StringBuilder();
        for (JsonNode child : Json.content(node)) {
            text.append(
                    Json.type(child).equals("hardBreak")
                            ? "\n"
                            : child.path("text").asText(""));
        }
        return text.toString();
    }

    private static void end(StringBuilder line, List<Block> lines) {
        if (line.length() > 0) {
            lines.add(Paragraph.of(new Text(line.toString())));
            line.setLength(0);
        }
    }
}
