package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;

/** Keeps the words of an Atlassian document as paragraphs of storage format; its formatting is lost. */
final class AdfToStorage {

    private AdfToStorage() {}

    static String convert(JsonNode doc) {
        StringBuilder out = new StringBuilder();
        for (JsonNode block : doc.path("content")) {
            StringBuilder text = new StringBuilder();
            words(block, text);
            out.append("<p>")
                    .append(text.toString().replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</p>");
        }
        return out.toString();
    }

    private static void words(JsonNode node, StringBuilder out) {
        out.append(node.path("text").asText(""));
        node.path("content").forEach(child -> words(child, out));
    }
}
