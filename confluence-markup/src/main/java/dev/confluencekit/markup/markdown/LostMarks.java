package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.internal.plain.Words;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.BackgroundColour;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Mark;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Node;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.TextColour;
import java.util.Set;
import java.util.TreeSet;

/** Tells once for a document of each way in which text looks that Markdown has no words for. */
final class LostMarks {
    private LostMarks() {}

    static void tell(Document document, Trail trail) {
        Set<String> lost = new TreeSet<>();
        collect(document, lost);
        for (String name : lost) {
            tell(name, document, trail);
        }
    }

    /** Tells at the first place, as far as headings say where that is. */
    private static void tell(String name, Document document, Trail trail) {
        trail.heading(1, "");
        for (Node node : (Iterable<Node>) document.nodes()::iterator) {
            if (node instanceof Heading heading) {
                trail.heading(heading.level(), Words.of(heading.content()));
            } else if (node instanceof Marked marked && nameOf(marked.mark()).equals(name)) {
                trail.found(FindingKind.SIMPLIFIED, name, "Markdown has no words for " + name + "; the text was kept.");
                return;
            }
        }
    }

    private static void collect(Node node, Set<String> lost) {
        if (node instanceof Marked marked) {
            String name = nameOf(marked.mark());
            if (!name.isEmpty()) {
                lost.add(name);
            }
        }
        for (Node child : node.children()) {
            collect(child, lost);
        }
    }

    private static String nameOf(Mark mark) {
        if (mark instanceof TextColour) {
            return "coloured text";
        } else if (mark instanceof BackgroundColour) {
            return "coloured background";
        } else if (mark == Style.UNDERLINE) {
            return "underlines";
        }
        return mark == Style.BIG || mark == Style.SMALL ? "sizes of text" : "";
    }
}
