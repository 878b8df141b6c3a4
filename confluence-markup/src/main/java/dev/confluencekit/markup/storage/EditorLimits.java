package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.report.Report;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.Node;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TableRow;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.TreeListener;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks for what Confluence's new editor has no place for where it is. Takes no stack, whatever the depth. */
final class EditorLimits implements TreeListener {
    private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*|[/#].*", Pattern.DOTALL);

    private enum Around {
        CELL("table"),
        PANEL("panel"),
        QUOTE("quote"),
        ITEM("list");

        private final String words;

        Around(String words) {
            this.words = words;
        }
    }

    private final Trail trail = new Trail();
    private final Map<Around, Integer> around = new EnumMap<>(Around.class);
    private final Deque<int[]> children = new ArrayDeque<>();

    private EditorLimits() {}

    static Report met(Document document) {
        EditorLimits limits = new EditorLimits();
        document.walk(limits);
        return limits.trail.report();
    }

    @Override
    public boolean enter(Node node, int depth) {
        int number = children.isEmpty() ? 1 : ++children.element()[0];
        if (node instanceof Heading heading) {
            refuse("heading", Around.QUOTE, Around.ITEM);
            trail.heading(heading.level(), words(heading));
        } else if (node instanceof Table) {
            refuse("table", Around.CELL, Around.PANEL, Around.QUOTE, Around.ITEM);
        } else if (node instanceof Panel) {
            refuse("panel", Around.CELL);
        } else if (node instanceof Link link) {
            link(link);
        }
        children.push(new int[1]);
        step(node, 1);
        String name = nameOf(node);
        if (name != null) {
            trail.enter(name, isNumbered(node) ? number : 0);
        }
        return true;
    }

    @Override
    public void leave(Node node, int depth) {
        children.pop();
        step(node, -1);
        if (nameOf(node) != null) {
            trail.leave();
        }
    }

    private void step(Node node, int by) {
        Around place = node instanceof TableCell
                ? Around.CELL
                : node instanceof Panel
                        ? Around.PANEL
                        : node instanceof Quote
                                ? Around.QUOTE
                                : node instanceof ListItem || node instanceof TaskItem ? Around.ITEM : null;
        if (place != null) {
            around.merge(place, by, Integer::sum);
        }
    }

    private static @Nullable String nameOf(Node node) {
        if (node instanceof Table) {
            return "table";
        } else if (node instanceof TableRow) {
            return "row";
        } else if (node instanceof TableCell) {
            return "cell";
        } else if (node instanceof ListItem) {
            return "item";
        } else if (node instanceof TaskItem) {
            return "task";
        } else if (node instanceof Quote) {
            return "quote";
        } else if (node instanceof Panel) {
            return "panel";
        }
        return node instanceof Expand ? "expand" : null;
    }

    private static boolean isNumbered(Node node) {
        return node instanceof TableRow
                || node instanceof TableCell
                || node instanceof ListItem
                || node instanceof TaskItem;
    }

    private static String words(Heading heading) {
        return Document.of(heading)
                .nodes()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).value())
                .collect(Collectors.joining());
    }

    private void refuse(String what, Around... places) {
        for (Around place : places) {
            if (around.getOrDefault(place, 0) > 0) {
                trail.found(
                        FindingKind.EDITOR_LIMIT,
                        what,
                        "The new editor of Confluence has no place for a " + what + " in a " + place.words + ".");
                return;
            }
        }
    }

    private void link(Link link) {
        if (link.target() instanceof WebTarget web
                && !ABSOLUTE.matcher(web.url()).matches()) {
            trail.found(
                    FindingKind.EDITOR_LIMIT,
                    web.url(),
                    "The new editor of Confluence refuses links to files by a relative address, such as " + web.url()
                            + ".");
        }
    }
}
