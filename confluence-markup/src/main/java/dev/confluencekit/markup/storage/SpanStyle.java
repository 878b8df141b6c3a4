package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.tree.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** What a span says by its style. */
final class SpanStyle {
    private final Map<String, String> declarations;
    private final boolean complete;

    private SpanStyle(Map<String, String> declarations, boolean complete) {
        this.declarations = declarations;
        this.complete = complete;
    }

    static SpanStyle of(Element span) {
        Map<String, String> declarations = new TreeMap<>();
        boolean complete = true;
        for (Attribute attribute : span.attributes()) {
            switch (attribute.getKey()) {
                case "style" -> complete &= read(attribute.getValue(), declarations);
                case "class" -> complete &= attribute.getValue().equals("placeholder-inline-tasks");
                default -> complete &= Attrs.isVolatile(attribute.getKey(), attribute.getValue());
            }
        }
        return new SpanStyle(declarations, complete);
    }

    private static boolean read(String style, Map<String, String> declarations) {
        boolean complete = true;
        for (String declaration : style.split(";", -1)) {
            if (declaration.isBlank()) {
                continue;
            }
            int colon = declaration.indexOf(':');
            String property =
                    colon < 0 ? "" : declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = colon < 0 ? "" : declaration.substring(colon + 1).strip();
            boolean known = switch (property) {
                case "color", "background-color" -> !value.isEmpty();
                case "text-decoration" -> value.equals("line-through") || value.equals("underline");
                case "font-family" -> value.equals("monospace");
                default -> false;
            };
            complete &= known && declarations.put(property, value) == null;
        }
        return complete;
    }

    /** Whether there is nothing else to the span. */
    boolean isComplete() {
        return complete;
    }

    /** From the outermost to the innermost. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        declarations.forEach((property, value) -> marks.add(InlineReader.markOf(property, value)));
        return marks;
    }

    Map<String, String> declarations() {
        return declarations;
    }
}
