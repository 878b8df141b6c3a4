package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;
import org.jspecify.annotations.Nullable;

/** Storage bodies as elements, without white space that means nothing, and with lists inside items instead of between them. */
final class StorageDom {
    /** How deep elements may be nested; the parser makes siblings of deeper ones, so that no text is lost. */
    static final int MAX_DEPTH = 200;

    private static final Set<String> VOID = Set.of("br", "hr", "img", "col");

    private StorageDom() {}

    static Document parse(String body, Trail trail) {
        List<Element> parents = new ArrayList<>();
        Document sound = SoundBody.read(body, MAX_DEPTH - 1, parents);
        Document document = sound == null ? parsed(body) : sound;
        if (sound == null && look(document, 0, parents)) {
            trail.found(
                    FindingKind.LIMITED,
                    "nesting",
                    "Elements nested deeper than " + MAX_DEPTH + " were read as siblings of those around them.");
        }
        parents.forEach(StorageDom::nest);
        LayoutSpace.tidy(document);
        return document;
    }

    /** The elements as the parser makes them of whatever it is given. */
    static Document parsed(String body) {
        return parser().parseInput(body, "");
    }

    /** Whether nothing can be in an element of that name. */
    static boolean isVoid(String name) {
        return VOID.contains(name);
    }

    private static Parser parser() {
        TagSet tags = new TagSet();
        for (String name : VOID) {
            tags.add(new Tag(name, Parser.NamespaceXml).set(Tag.Void));
        }
        return Parser.xmlParser()
                .tagSet(tags)
                .settings(ParseSettings.preserveCase)
                .setMaxDepth(MAX_DEPTH);
    }

    /**
     * Looks for lists right in a list, and tasks right in a list of tasks: they belong to the item before them. Answers whether
     * the parser came to its limit of depth.
     */
    static boolean look(Element element, int depth, List<Element> parents) {
        boolean limited = depth >= MAX_DEPTH - 1;
        boolean misplaced = false;
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof Element child) {
                if (!misplaced && isMisplaced(child)) {
                    misplaced = true;
                    parents.add(element);
                }
                limited |= look(child, depth + 1, parents);
            }
        }
        return limited;
    }

    /** Puts all children anew, since taking single ones out costs as much each. */
    private static void nest(Element parent) {
        List<Node> children = new ArrayList<>(parent.childNodes());
        List<Boolean> misplaced = new ArrayList<>();
        for (Node child : children) {
            misplaced.add(child instanceof Element list && isMisplaced(list));
        }
        parent.empty();
        boolean tasks = parent.tagName().equals("ac:task-list");
        Element item = null;
        for (int i = 0; i < children.size(); i++) {
            Node child = children.get(i);
            if (!misplaced.get(i)) {
                parent.appendChild(child);
                if (child instanceof Element element) {
                    item = element;
                }
                continue;
            }
            if (item == null || !item.tagName().equals(tasks ? "ac:task" : "li")) {
                item = parent.appendElement(tasks ? "ac:task" : "li", Parser.NamespaceXml);
            }
            (tasks ? body(item) : item).appendChild(child);
        }
    }

    private static Element body(Element task) {
        Element body = child(task, "ac:task-body");
        return body == null ? task.appendElement("ac:task-body", Parser.NamespaceXml) : body;
    }

    /** Whether it is a list right in a list, or tasks right in tasks. */
    static boolean isMisplaced(Element element) {
        Node parent = element.parentNode();
        if (!(parent instanceof Element above)) {
            return false;
        }
        String name = element.tagName();
        String around = above.tagName();
        return switch (name) {
            case "ul", "ol" -> around.equals("ul") || around.equals("ol");
            case "ac:task-list" -> around.equals("ac:task-list");
            default -> false;
        };
    }

    static @Nullable Element child(Element parent, String name) {
        for (Element child : parent.children()) {
            if (child.tagName().equals(name)) {
                return child;
            }
        }
        return null;
    }
}
