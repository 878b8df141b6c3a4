package dev.confluencekit.markup.gfm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Which headings are linked to, by the names that GitHub gives them. Confluence names headings by rules of its own, which changed
 * over time, so such a heading gets an anchor of its own; others get none.
 */
final class Anchors {
    private static final Pattern HTML = Pattern.compile(
            "\\b(href\\s*=\\s*[\"']?#|(?:id|name)\\s*=\\s*[\"']?)([^\"'\\s>]+)", Pattern.CASE_INSENSITIVE);

    private final IdentityHashMap<Node, String> linked = new IdentityHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    Anchors(Node document) {
        Set<String> wanted = new LinkedHashSet<>();
        Set<String> written = new HashSet<>();
        IdentityHashMap<Node, String> names = new IdentityHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Node node = document; node != null; node = Words.next(node, document)) {
            if (node instanceof Link link && link.getDestination().startsWith("#")) {
                wanted.add(decoded(link.getDestination().substring(1)));
            } else if (node instanceof HtmlInline html) {
                html(html.getLiteral(), wanted, written);
            } else if (node instanceof HtmlBlock html) {
                html(html.getLiteral(), wanted, written);
            } else if (node instanceof Heading heading) {
                String name = name(Words.of(heading));
                int before = counts.merge(name, 1, Integer::sum) - 1;
                names.put(heading, before == 0 ? name : name + "-" + before);
            }
        }
        names.forEach((heading, name) -> {
            if (wanted.contains(name) && !written.contains(name)) {
                linked.put(heading, name);
            }
        });
        wanted.removeAll(written);
        wanted.removeAll(new HashSet<>(names.values()));
        missing.addAll(wanted);
    }

    private static void html(String html, Set<String> wanted, Set<String> written) {
        Matcher found = HTML.matcher(html);
        while (found.find()) {
            if (found.group(1).endsWith("#")) {
                wanted.add(decoded(found.group(2)));
            } else {
                written.add(found.group(2));
            }
        }
    }

    static Anchors none() {
        return new Anchors(new Document());
    }

    /** The name of a heading that is linked to. */
    Optional<String> of(Heading heading) {
        return Optional.ofNullable(linked.get(heading));
    }

    /** Places that links lead to and that are nowhere. */
    Set<String> missing() {
        return missing;
    }

    private static String name(String words) {
        StringBuilder name = new StringBuilder(words.length());
        words.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (c == ' ') {
                name.append('-');
            } else if (c == '-' || c == '_' || Character.isLetterOrDigit(c)) {
                name.appendCodePoint(c);
            }
        });
        return name.toString();
    }

    /** Percent-decoded, if that gives text. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
