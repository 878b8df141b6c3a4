package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.DefinitionEntry;
import dev.confluencekit.markup.tree.DefinitionList;
import dev.confluencekit.markup.tree.Layout;
import dev.confluencekit.markup.tree.LayoutColumn;
import dev.confluencekit.markup.tree.LayoutSection;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.TaskList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads what consists of items of one kind. What is between the items becomes an item itself, so that nothing gets lost. */
final class ListReader {
    private final BlockReader blocks;
    private final Trail trail;

    ListReader(BlockReader blocks, Trail trail) {
        this.blocks = blocks;
        this.trail = trail;
    }

    BulletList bullets(Element element) {
        return new BulletList(listItems(element), Attrs.of(element));
    }

    OrderedList numbers(Element element) {
        int start = number(element.attr("start"));
        return start < 0
                ? new OrderedList(1, listItems(element), Attrs.of(element))
                : new OrderedList(start, listItems(element), Attrs.of(element, "start"));
    }

    /** The number, or -1 if it is none that Markdown could write. */
    private static int number(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(text);
    }

    private List<ListItem> listItems(Element element) {
        return items(element, "item", (child, content) -> new ListItem(content, Attrs.of(child)));
    }

    /** An item for each element of the name, with its content; one without element for each thing between them. */
    private <T> List<T> items(Element parent, String place, BiFunction<Element, List<Block>, T> item) {
        List<T> items = new ArrayList<>();
        Element none = new Element("none");
        for (Node node : parent.childNodes()) {
            trail.enter(place, items.size() + 1);
            if (node instanceof TextNode text && !text.isBlank()) {
                items.add(item.apply(none, List.of(new Plain(LinkReader.words(text.getWholeText())))));
            } else if (node instanceof Element child) {
                boolean own = isItem(child);
                List<Block> content = own ? blocks.blocks(child) : strangers(child);
                items.add(item.apply(own ? child : none, content));
            }
            trail.leave();
        }
        return items;
    }

    private static boolean isItem(Element child) {
        return switch (child.tagName()) {
            case "li", "dt", "dd" -> true;
            default -> false;
        };
    }

    private static boolean isSeen(Node node) {
        return node instanceof Element || (node instanceof TextNode text && !text.isBlank());
    }

    private List<Block> strangers(Node node) {
        List<Block> read = new ArrayList<>(1);
        if (!(node instanceof Element child)) {
            if (node instanceof TextNode text && !text.isBlank()) {
                read.add(new Plain(LinkReader.words(text.getWholeText())));
            }
            return read;
        }
        if (BlockReader.isBlock(child)) {
            blocks.block(child, read);
        } else {
            Element around = new Element("none");
            around.appendChild(child.clone());
            read.addAll(blocks.blocks(around));
        }
        return read;
    }

    DefinitionList definitions(Element element) {
        return new DefinitionList(
                items(
                        element,
                        "definition",
                        (child, content) -> new DefinitionEntry(child.tagName().equals("dt"), content)),
                Attrs.of(element));
    }

    TaskList tasks(Element element) {
        List<TaskItem> items = new ArrayList<>();
        for (Node node : element.childNodes()) {
            trail.enter("task", items.size() + 1);
            if (node instanceof Element child && child.tagName().equals("ac:task")) {
                items.add(task(child));
            } else if (isSeen(node)) {
                items.add(new TaskItem(null, null, false, strangers(node)));
            }
            trail.leave();
        }
        return new TaskList(items);
    }

    private TaskItem task(Element element) {
        String id = null;
        String uuid = null;
        boolean done = false;
        List<Block> content = new ArrayList<>();
        for (Node node : element.childNodes()) {
            if (!(node instanceof Element child)) {
                content.addAll(strangers(node));
                continue;
            }
            switch (child.tagName()) {
                case "ac:task-id" -> id = child.wholeText().strip();
                case "ac:task-uuid" -> uuid = child.wholeText().strip();
                case "ac:task-status" -> done = child.wholeText().strip().equals("complete");
                case "ac:task-body" -> content.addAll(blocks.blocks(child));
                default -> content.addAll(strangers(child));
            }
        }
        return new TaskItem(id, uuid, done, content);
    }

    Layout layout(Element element) {
        List<LayoutSection> sections = new ArrayList<>();
        for (Node node : element.childNodes()) {
            trail.enter("section", sections.size() + 1);
            if (isSeen(node)) {
                sections.add(section(node));
            }
            trail.leave();
        }
        return new Layout(sections);
    }

    private LayoutSection section(Node node) {
        if (!(node instanceof Element element) || !element.tagName().equals("ac:layout-section")) {
            return new LayoutSection(null, List.of(new LayoutColumn(null, strangers(node))), Attributes.NONE);
        }
        List<LayoutColumn> columns = new ArrayList<>();
        for (Node child : element.childNodes()) {
            trail.enter("column", columns.size() + 1);
            if (child instanceof Element cell && cell.tagName().equals("ac:layout-cell")) {
                columns.add(new LayoutColumn(null, blocks.blocks(cell)));
            } else if (isSeen(child)) {
                columns.add(new LayoutColumn(null, strangers(child)));
            }
            trail.leave();
        }
        return new LayoutSection(Attrs.orNull(element, "ac:type"), columns, Attrs.of(element, "ac:type"));
    }
}
