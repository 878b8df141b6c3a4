package dev.confluencekit.markup.adf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.BackgroundColour;
import dev.confluencekit.markup.tree.CommentMark;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.LinkLook;
import dev.confluencekit.markup.tree.Mark;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.MediaTarget;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.Target;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.TextColour;
import dev.confluencekit.markup.tree.ThisPage;
import dev.confluencekit.markup.tree.WebTarget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of texts that each have a set of marks. The order of marks in the source has no meaning; here the link is
 * outermost and code innermost, and what is around neighbours is put around them once.
 */
final class MarkReader {
    private static final int MAX_MARKS = 24;

    /** Around what holds more nodes, since such could be nested. */
    private static final int MAX_MARKS_AROUND_NODES = 1;

    private final Trail trail;

    MarkReader(Trail trail) {
        this.trail = trail;
    }

    /** Something in running text, and what is around it, the outermost first. */
    record Leaf(Inline inline, List<Wrapper> around) {}

    /**
     * What is around it.
     *
     * @param rank the lower, the further outside
     * @param empty a mark or link without content
     */
    record Wrapper(int rank, Inline empty) {
        Wrapper(int rank, Mark mark) {
            this(rank, Marked.of(mark));
        }

        boolean isLink() {
            return empty instanceof Link;
        }

        Inline around(List<Inline> content) {
            if (empty instanceof Link link) {
                return new Link(link.target(), link.anchor(), content, link.look(), link.attributes());
            }
            return empty instanceof Marked marked ? new Marked(marked.mark(), content) : empty;
        }
    }

    Leaf leaf(Inline inline, JsonNode node) {
        Set<Wrapper> around = new LinkedHashSet<>();
        boolean linked = inline instanceof Link;
        int most = linked || inline.children().isEmpty() ? MAX_MARKS : MAX_MARKS_AROUND_NODES;
        for (JsonNode mark : Json.marks(node)) {
            Wrapper wrapper = wrapper(mark);
            if (wrapper == null) {
                continue;
            }
            if (around.size() == most) {
                trail.found(
                        FindingKind.LIMITED, "marks", "A node has more than " + most + " marks; no more were read.");
                break;
            }
            if (!wrapper.isLink()) {
                around.add(wrapper);
            } else if (!linked) {
                linked = true;
                around.add(wrapper);
            } else {
                trail.found(FindingKind.SIMPLIFIED, "link", "A link is in another link; the outer one was kept.");
            }
        }
        List<Wrapper> ordered = new ArrayList<>(around);
        ordered.sort(Comparator.comparingInt(Wrapper::rank));
        return new Leaf(inline, ordered);
    }

    private @Nullable Wrapper wrapper(JsonNode mark) {
        String type = Json.type(mark);
        return switch (type) {
            case "link" -> link(mark);
            case "annotation" -> comment(type, Json.text(mark, "id"));
            case "confluenceInlineComment" -> comment(type, Json.text(mark, "reference"));
            case "textColor", "backgroundColor" -> colour(type, Json.text(mark, "color"));
            case "fontSize" -> style(4, Style.SMALL);
            case "strong" -> style(5, Style.STRONG);
            case "em" -> style(6, Style.EMPHASIS);
            case "underline" -> style(7, Style.UNDERLINE);
            case "strike" -> style(8, Style.STRIKE);
            case "subsup" ->
                style(9, Json.text(mark, "type", "sub").equals("sup") ? Style.SUPERSCRIPT : Style.SUBSCRIPT);
            case "code" -> style(10, Style.CODE);
            // Read where they mean something.
            case "alignment", "indentation", "breakout", "border" -> null;
            default -> {
                unknown(type);
                yield null;
            }
        };
    }

    /** Tells of a mark that leaves nothing behind. */
    void unknown(String type) {
        switch (type) {
            case "dataConsumer", "fragment", "typeAheadQuery" ->
                trail.found(
                        FindingKind.LEFT_OUT,
                        type,
                        "The mark " + type + " is for the editor and not for readers; it was left out.");
            default ->
                trail.found(
                        FindingKind.UNKNOWN_ELEMENT, type, "The mark " + type + " is not known; its text was kept.");
        }
    }

    private static Wrapper style(int rank, Style style) {
        return new Wrapper(rank, style);
    }

    private @Nullable Wrapper comment(String type, @Nullable String reference) {
        return reference == null ? incomplete(type) : new Wrapper(1, new CommentMark(reference));
    }

    private @Nullable Wrapper colour(String type, @Nullable String colour) {
        if (colour == null) {
            return incomplete(type);
        }
        return type.equals("textColor")
                ? new Wrapper(2, new TextColour(colour))
                : new Wrapper(3, new BackgroundColour(colour));
    }

    private @Nullable Wrapper incomplete(String type) {
        trail.found(FindingKind.SIMPLIFIED, type, "A mark " + type + " does not say what it must; its text was kept.");
        return null;
    }

    private @Nullable Wrapper link(JsonNode mark) {
        String href = Json.text(mark, "href");
        String file = Json.text(mark, "id");
        if (href == null && file == null) {
            return incomplete("link");
        }
        Target target = href == null
                ? new MediaTarget(file == null ? "" : file, Json.text(mark, "collection"), null)
                : new WebTarget(href);
        String title = Json.text(mark, "title");
        Attributes attributes = title == null ? Attributes.NONE : Attributes.of("title", title);
        if (href != null && href.startsWith("#") && href.length() > 1) {
            return new Wrapper(
                    0, new Link(new ThisPage(), decoded(href.substring(1)), List.of(), LinkLook.TEXT, attributes));
        }
        return new Wrapper(0, new Link(target, null, List.of(), LinkLook.TEXT, attributes));
    }

    /** Percent-decoded, if that gives text. */
    private static String decoded(String anchor) {
        try {
            return java.net.URLDecoder.decode(anchor.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return anchor;
        }
    }

    static List<Inline> nest(List<Leaf> leaves) {
        return nest(leaves, 0);
    }

    private static List<Inline> nest(List<Leaf> leaves, int level) {
        List<Inline> nested = new ArrayList<>();
        int at = 0;
        while (at < leaves.size()) {
            Leaf leaf = leaves.get(at);
            if (leaf.around().size() == level) {
                at = add(leaves, at, level, nested);
                continue;
            }
            Wrapper wrapper = leaf.around().get(level);
            int end = at + 1;
            while (end < leaves.size()
                    && leaves.get(end).around().size() > level
                    && leaves.get(end).around().get(level).equals(wrapper)) {
                end++;
            }
            nested.add(wrapper.around(nest(leaves.subList(at, end), level + 1)));
            at = end;
        }
        return nested;
    }

    /** Adds what has nothing more around it; texts become one. Answers how far it came. */
    private static int add(List<Leaf> leaves, int from, int level, List<Inline> nested) {
        StringBuilder words = new StringBuilder();
        int at = from;
        while (at < leaves.size()
                && leaves.get(at).around().size() == level
                && leaves.get(at).inline() instanceof Text text) {
            words.append(text.value());
            at++;
        }
        if (at > from) {
            nested.add(new Text(words.toString()));
            return at;
        }
        nested.add(leaves.get(from).inline());
        return from + 1;
    }
}
