package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Makes one piece of HTML of raw HTML and the Markdown between it. Only elements and attributes of a list pass; other tags
 * become text. Markdown becomes elements of a name that cannot pass, so that nobody can write one.
 */
final class HtmlSource {
    /** The element that stands for a node of Markdown; its attribute {@code n} says which. */
    static final String MARKDOWN = "markdown-node";

    /** A tag that is longer is text. Without a bound, tags that never end would take quadratic time. */
    private static final int MAX_TAG = 4_096;

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("a", Set.of("href", "title", "id", "name")),
            Map.entry("img", Set.of("src", "alt", "title")),
            Map.entry("ol", Set.of("start")),
            Map.entry("td", Set.of("colspan", "rowspan", "align")),
            Map.entry("th", Set.of("colspan", "rowspan", "align")),
            Map.entry("span", Set.of("style")));

    private static final Set<String> BARE = Set.of(
            "b",
            "i",
            "strong",
            "em",
            "u",
            "s",
            "del",
            "sub",
            "sup",
            "code",
            "br",
            "hr",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "li",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "blockquote",
            "details",
            "summary");

    private final Trail trail;
    private final StringBuilder html = new StringBuilder();
    private final List<Node> markdown = new ArrayList<>();

    HtmlSource(List<Node> nodes, Trail trail) {
        this.trail = trail;
        for (Node node : nodes) {
            if (node instanceof HtmlBlock block) {
                raw(block.getLiteral());
                html.append('\n');
            } else if (node instanceof HtmlInline inline) {
                raw(inline.getLiteral());
            } else {
                html.append('<')
                        .append(MARKDOWN)
                        .append(" n=\"")
                        .append(markdown.size())
                        .append("\"></");
                html.append(MARKDOWN).append('>');
                markdown.add(node);
            }
        }
    }

    String html() {
        return html.toString();
    }

    /** What the elements stand for, by their numbers. */
    List<Node> markdown() {
        return markdown;
    }

    private void raw(String raw) {
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c != '<') {
                html.append(c == '\0' ? '\ufffd' : c);
                at++;
            } else if (raw.startsWith("<!--", at)) {
                at = comment(raw, at);
            } else {
                at = tag(raw, at);
            }
        }
    }

    private int comment(String raw, int from) {
        int end = raw.indexOf("-->", from + 4);
        String words = raw.substring(Math.min(raw.length(), from + 4), end < 0 ? raw.length() : end);
        if (!words.isBlank()) {
            trail.found(FindingKind.LEFT_OUT, "comment", "A comment is nothing to read; it was left out.");
        }
        return end < 0 ? raw.length() : end + 3;
    }

    private int tag(String raw, int from) {
        int end = end(raw, from);
        int start = raw.startsWith("</", from) ? from + 2 : from + 1;
        int nameEnd = start;
        while (nameEnd < raw.length() && isNameCharacter(raw.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = raw.substring(start, Math.min(nameEnd, start + 20)).toLowerCase(Locale.ROOT);
        boolean closed = end > nameEnd && isAfterName(raw.charAt(nameEnd));
        if (!closed || !(BARE.contains(name) || ALLOWED.containsKey(name))) {
            if (!name.isEmpty()) {
                trail.found(
                        FindingKind.SIMPLIFIED,
                        name,
                        "The HTML element " + name + " is not allowed; its tags are text.");
            }
            html.append("&lt;");
            return from + 1;
        }
        if (start == from + 2) {
            html.append("</").append(name).append('>');
        } else {
            html.append('<').append(name);
            attributes(raw, nameEnd, end - 1, ALLOWED.getOrDefault(name, Set.of()));
            html.append('>');
        }
        return end;
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    private static boolean isAfterName(char c) {
        return c == '>' || c == '/' || isSpace(c);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    /** Behind the tag that begins here; -1 if it does not end. */
    private static int end(String raw, int from) {
        char quote = 0;
        int last = Math.min(raw.length(), from + MAX_TAG);
        for (int i = from + 1; i < last; i++) {
            char c = raw.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && raw.charAt(i - 1) == '=') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            } else if (c == '<') {
                return -1;
            }
        }
        return -1;
    }

    private void attributes(String raw, int from, int to, Set<String> allowed) {
        int at = from;
        while (at < to) {
            while (at < to && (isSpace(raw.charAt(at)) || raw.charAt(at) == '/')) {
                at++;
            }
            int nameEnd = at;
            while (nameEnd < to && raw.charAt(nameEnd) != '=' && !isAfterName(raw.charAt(nameEnd))) {
                nameEnd++;
            }
            String name = raw.substring(at, nameEnd).toLowerCase(Locale.ROOT);
            at = nameEnd;
            String value = null;
            if (at < to && raw.charAt(at) == '=') {
                int valueEnd = valueEnd(raw, at + 1, to);
                value = raw.substring(at + 1, valueEnd);
                at = valueEnd;
            }
            if (allowed.contains(name)) {
                html.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(unquoted(value))
                        .append('"');
            }
        }
    }

    private static int valueEnd(String raw, int from, int to) {
        if (from < to && (raw.charAt(from) == '"' || raw.charAt(from) == '\'')) {
            int end = raw.indexOf(raw.charAt(from), from + 1);
            return end < 0 || end >= to ? to : end + 1;
        }
        int end = from;
        while (end < to && !isSpace(raw.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String unquoted(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean quoted = value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        return (quoted ? value.substring(1, value.length() - 1) : value).replace("\"", "&quot;");
    }
}
