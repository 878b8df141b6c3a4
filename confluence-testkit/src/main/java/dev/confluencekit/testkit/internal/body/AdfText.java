package dev.confluencekit.testkit.internal.body;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Gathers inline nodes: white space collapses, neighbours with equal marks become one text node. */
final class AdfText {

    private final List<ObjectNode> nodes = new ArrayList<>();

    void text(String raw, List<ObjectNode> marks) {
        String text = raw.replaceAll("[ \\t\\r\\n]+", " ");
        ObjectNode last = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
        boolean afterSpace = last == null || last.path("text").asText().endsWith(" ") || is(last, "hardBreak");
        if (afterSpace && text.startsWith(" ")) {
            text = text.substring(1);
        }
        if (text.isEmpty()) {
            return;
        }
        ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
        marks.forEach(mark -> wanted.add(mark.deepCopy()));
        if (last != null && is(last, "text") && Objects.equals(marks(last), wanted)) {
            last.put("text", last.path("text").asText() + text);
            return;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", "text");
        node.put("text", text);
        if (!wanted.isEmpty()) {
            node.set("marks", wanted);
        }
        nodes.add(node);
    }

    private static ArrayNode marks(ObjectNode node) {
        return node.get("marks") instanceof ArrayNode found ? found : JsonNodeFactory.instance.arrayNode();
    }

    void node(ObjectNode node) {
        nodes.add(node);
    }

    boolean isBlank() {
        return nodes.isEmpty();
    }

    /** Gives the nodes without white space at the end. */
    ArrayNode content() {
        ArrayNode content = JsonNodeFactory.instance.arrayNode();
        nodes.forEach(content::add);
        if (!nodes.isEmpty()) {
            ObjectNode last = nodes.get(nodes.size() - 1);
            String text = last.path("text").asText();
            if (is(last, "text") && text.equals(" ")) {
                content.remove(content.size() - 1);
            } else if (is(last, "text") && text.endsWith(" ")) {
                last.put("text", text.substring(0, text.length() - 1));
            }
        }
        return content;
    }

    void clear() {
        nodes.clear();
    }

    private static boolean is(ObjectNode node, String type) {
        return node.path("type").asText().equals(type);
    }
}
