package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TablePart;
import dev.confluencekit.markup.tree.TableRow;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.TaskList;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Reads lists and tables. */
final class ListReader {
    private final BlockReader blocks;
    private final Trail trail;

    ListReader(BlockReader blocks, Trail trail) {
        this.blocks = blocks;
        this.trail = trail;
    }

    /** Tasks, if every item has a box. */
    Block bullets(org.commonmark.node.BulletList list) {
        boolean tasks = true;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            tasks &= box(item) != null;
        }
        return tasks ? tasks(list) : new BulletList(items(list), Attributes.NONE);
    }

    OrderedList numbers(org.commonmark.node.OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        return new OrderedList(start == null ? 1 : start, items(list), Attributes.NONE);
    }

    private static @Nullable TaskListItemMarker box(Node item) {
        return item.getFirstChild() instanceof TaskListItemMarker marker ? marker : null;
    }

    private TaskList tasks(Node list) {
        List<TaskItem> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            TaskListItemMarker box = box(item);
            if (box != null) {
                box.unlink();
                items.add(new TaskItem(null, null, box.isChecked(), blocks.inside("task", items.size() + 1, item)));
            }
        }
        return new TaskList(items);
    }

    private List<ListItem> items(Node list) {
        List<ListItem> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            TaskListItemMarker box = box(item);
            List<Block> content;
            if (box == null) {
                content = blocks.inside("item", items.size() + 1, item);
            } else {
                box.unlink();
                content = boxed(box.isChecked() ? "[x] " : "[ ] ", blocks.inside("item", items.size() + 1, item));
            }
            items.add(new ListItem(content, Attributes.NONE));
        }
        return items;
    }

    /** An item with a box among others without: the box is text. */
    private static List<Block> boxed(String box, List<Block> content) {
        List<Block> boxed = new ArrayList<>(content);
        if (!content.isEmpty() && content.get(0) instanceof Plain plain) {
            boxed.set(0, new Plain(boxedLine(box, plain.content())));
        } else if (!content.isEmpty() && content.get(0) instanceof Paragraph paragraph) {
            boxed.set(0, new Paragraph(boxedLine(box, paragraph.content()), paragraph.attributes()));
        } else {
            boxed.add(0, Plain.of(Text.of(box.strip())));
        }
        return boxed;
    }

    private static List<Inline> boxedLine(String box, List<Inline> line) {
        Run run = new Run();
        run.add(box);
        line.forEach(run::add);
        return run.finish();
    }

    /** A header without a word is how Markdown writes that there is none. */
    Table table(TableBlock table) {
        List<TableRow> rows = new ArrayList<>();
        trail.enter("table");
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                trail.enter("row", rows.size() + 1);
                TableRow read = row(row);
                if (!isEmptyHeader(read) || part.getNext() == null) {
                    rows.add(read);
                }
                trail.leave();
            }
        }
        trail.leave();
        return new Table(List.of(), rows, Attributes.NONE);
    }

    private static boolean isEmptyHeader(TableRow row) {
        return row.cells().stream()
                .allMatch(cell -> cell.header()
                        && cell.content().get(0) instanceof Paragraph paragraph
                        && paragraph.content().isEmpty());
    }

    private TableRow row(Node row) {
        List<dev.confluencekit.markup.tree.TableCell> cells = new ArrayList<>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                trail.enter("cell", cells.size() + 1);
                List<Block> content = List.of(new Paragraph(blocks.inlines(cell), alignment(cell)));
                cells.add(new dev.confluencekit.markup.tree.TableCell(cell.isHeader(), 1, 1, content, Attributes.NONE));
                trail.leave();
            }
        }
        return new TableRow(TablePart.BODY, cells, Attributes.NONE);
    }

    private static Attributes alignment(TableCell cell) {
        if (cell.getAlignment() == null) {
            return Attributes.NONE;
        }
        return switch (cell.getAlignment()) {
            case CENTER -> Attributes.of("style", "text-align: center;");
            case RIGHT -> Attributes.of("style", "text-align: right;");
            case LEFT -> Attributes.of("style", "text-align: left;");
        };
    }
}
