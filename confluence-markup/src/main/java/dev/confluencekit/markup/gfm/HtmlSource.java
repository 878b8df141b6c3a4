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
        // Dashes of the beginning may be those of the end.
        int end = raw.indexOf("-->", from + 2);
        String words =
                raw.substring(Math.min(raw.length(), from + 4), end < 0 ? raw.length() : Math.max(end, from + 4));
        if (!words.isBlank()) {
            trail.found(FindingKind.LEFT_OUT, "comment", "A comment is nothing to read; it was left out.");
        }
        return end < 0 ? raw.length() : end + 3;
    }

    private int tag(String raw, int from) {
        int start = raw.startsWith("</", from) ? from + 2 : from + 1;
        int nameEnd = start;
        while (nameEnd < raw.length() && isNameCharacter(raw.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = raw.substring(start, Math.min(nameEnd, start + 20)).toLowerCase(Locale.ROOT);
        StringBuilder attributes = new StringBuilder();
        int end = attributes(raw, nameEnd, from + MAX_TAG, ALLOWED.getOrDefault(name, Set.of()), attributes);
        if (end < 0 || !(BARE.contains(name) || ALLOWED.containsKey(name))) {
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
            html.append('<').append(name).append(attributes).append('>');
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

    /**
     * Writes the allowed attributes of the tag whose name ends here. Where it ends and what its attributes are is found out
     * together, so that nothing is a quote for one and none for the other.
     *
     * @return behind the tag; -1 if it does not end, or not before so many characters
     */
    private static int attributes(String raw, int nameEnd, int most, Set<String> allowed, StringBuilder into) {
        int last = Math.min(raw.length(), most);
        if (nameEnd >= last || !isAfterName(raw.charAt(nameEnd))) {
            return -1;
        }
        int at = nameEnd;
        while (at < last) {
            char c = raw.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            if (c == '<') {
                return -1;
            }
            at = c == '/' || isSpace(c) ? at + 1 : attribute(raw, at, last, allowed, into);
        }
        return -1;
    }

    private static int attribute(String raw, int from, int last, Set<String> allowed, StringBuilder into) {
        int nameEnd = from + 1;
        while (nameEnd < last && !isAfterName(raw.charAt(nameEnd)) && !isOneOf(raw.charAt(nameEnd), '=', '<')) {
            nameEnd++;
        }
        String name = raw.substring(from, nameEnd).toLowerCase(Locale.ROOT);
        String value = "";
        int end = nameEnd;
        int equals = behindSpace(raw, nameEnd, last);
        if (equals < last && raw.charAt(equals) == '=') {
            int begin = behindSpace(raw, equals + 1, last);
            boolean quoted = begin < last && isOneOf(raw.charAt(begin), '"', '\'');
            int close = quoted ? quote(raw, begin, last) : unquotedEnd(raw, begin, last);
            value = raw.substring(quoted ? begin + 1 : begin, close);
            end = quoted ? Math.min(close + 1, last) : close;
        }
        if (allowed.contains(name)) {
            into.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(value.replace("\"", "&quot;"))
                    .append('"');
        }
        return end;
    }

    private static boolean isOneOf(char c, char one, char other) {
        return c == one || c == other;
    }

    private static int behindSpace(String raw, int from, int last) {
        int i = from;
        while (i < last && isSpace(raw.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The quote that ends what this one begins, or where to look no further. */
    private static int quote(String raw, int begin, int last) {
        int i = begin + 1;
        while (i < last && raw.charAt(i) != raw.charAt(begin)) {
            i++;
        }
        return i;
    }

    private static int unquotedEnd(String raw, int from, int last) {
        int i = from;
        while (i < last && !isSpace(raw.charAt(i)) && !isOneOf(raw.charAt(i), '>', '<')) {
            i++;
        }
        return i;
    }
}
