package dev.confluencekit.markup.gfm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Which headings are linked to, by the names that GitHub gives them. Confluence names headings by rules of its own, which changed
 * over time, so such a heading gets an anchor of its own; others get none.
 */
final class Anchors {
    private final IdentityHashMap<Node, String> linked = new IdentityHashMap<>();

    Anchors(Node document) {
        Set<String> wanted = new HashSet<>();
        IdentityHashMap<Node, String> names = new IdentityHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Node node = document; node != null; node = Words.next(node, document)) {
            if (node instanceof Link link && link.getDestination().startsWith("#")) {
                wanted.add(decoded(link.getDestination().substring(1)));
            } else if (node instanceof Heading heading) {
                String name = name(Words.of(heading));
                int before = counts.merge(name, 1, Integer::sum) - 1;
                names.put(heading, before == 0 ? name : name + "-" + before);
            }
        }
        names.forEach((heading, name) -> {
            if (wanted.contains(name)) {
                linked.put(heading, name);
            }
        });
    }

    static Anchors none() {
        return new Anchors(new Document());
    }

    /** The name of a heading that is linked to. */
    Optional<String> of(Heading heading) {
        return Optional.ofNullable(linked.get(heading));
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
