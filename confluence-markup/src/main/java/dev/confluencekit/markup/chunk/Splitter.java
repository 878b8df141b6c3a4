package dev.confluencekit.markup.chunk;

import dev.confluencekit.markup.internal.table.TableGrid;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.Decision;
import dev.confluencekit.markup.tree.DecisionList;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.Node;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Preformatted;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TableRow;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.TaskList;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/** Cuts blocks that are too large by themselves. */
final class Splitter {
    private static final int SMALLEST_AIM = 8;

    /** Each level is written once more to be measured. */
    private static final int MAX_LEVELS = 8;

    private final Sizes sizes;
    private final Trail trail;

    /** How many characters of cells that cover several places may be repeated in the chunks of a document. */
    private static final long MAX_REPEATED = 500_000;

    private long repeated;

    /** In how many things that are cut it is. */
    private int levels;

    Splitter(Sizes sizes, Trail trail) {
        this.sizes = sizes;
        this.trail = trail;
    }

    /** The block in units of at most that size. */
    List<Unit> units(Block block, int max) {
        int size = sizes.of(block);
        ChunkKind kind = kindOf(block);
        if (size <= max) {
            return List.of(Unit.of(kind, size, block));
        }
        if (block instanceof CodeBlock code) {
            return code(code, max);
        } else if (block instanceof Table table) {
            return table(table, max);
        } else if (block instanceof BulletList list) {
            return items(kind, list.items(), max, (from, items) -> new BulletList(listItems(items), list.attributes()));
        } else if (block instanceof OrderedList list) {
            return items(
                    kind,
                    list.items(),
                    max,
                    (from, items) -> new OrderedList(
                            Math.min(999_999_999, list.start() + from), listItems(items), list.attributes()));
        } else if (block instanceof TaskList list) {
            return items(
                    kind,
                    list.items(),
                    max,
                    (from, items) -> new TaskList(
                            items.stream().map(item -> (TaskItem) item).toList()));
        } else if (block instanceof DecisionList list) {
            return items(
                    kind,
                    list.items(),
                    max,
                    (from, items) -> new DecisionList(
                            list.id(),
                            items.stream().map(item -> (Decision) item).toList()));
        } else if (block instanceof Panel panel) {
            return around(
                    panel,
                    panel.content(),
                    max,
                    content -> new Panel(panel.kind(), panel.title(), panel.iconText(), content, panel.parameters()));
        } else if (block instanceof Expand expand) {
            return around(
                    expand, expand.content(), max, content -> new Expand(expand.title(), content, expand.parameters()));
        } else if (block instanceof Quote quote) {
            return around(quote, quote.content(), max, content -> new Quote(content, quote.attributes()));
        } else if (block instanceof Paragraph paragraph) {
            return lines(paragraph.content(), max);
        } else if (block instanceof Plain plain) {
            return lines(plain.content(), max);
        } else if (block instanceof Heading heading) {
            return lines(heading.content(), max);
        } else if (block instanceof Preformatted preformatted) {
            return lines(preformatted.content(), max);
        }
        return words(block, max);
    }

    static ChunkKind kindOf(Block block) {
        if (block instanceof CodeBlock) {
            return ChunkKind.CODE;
        } else if (block instanceof Table) {
            return ChunkKind.TABLE;
        } else if (block instanceof BulletList || block instanceof OrderedList) {
            return ChunkKind.LIST;
        } else if (block instanceof TaskList || block instanceof DecisionList) {
            return ChunkKind.TASKS;
        }
        return block instanceof Panel || block instanceof Expand ? ChunkKind.PANEL : ChunkKind.TEXT;
    }

    private static List<ListItem> listItems(List<? extends Node> items) {
        return items.stream().map(item -> (ListItem) item).toList();
    }

    /** Makes a list of items, the first of which was at that place. */
    private interface Maker {
        Block make(int from, List<? extends Node> items);
    }

    private List<Unit> items(ChunkKind kind, List<? extends Node> items, int max, Maker maker) {
        Object whole = new Object();
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int from = i;
            Node item = items.get(i);
            Block alone = maker.make(from, List.of(item));
            int size = sizes.of(alone);
            if (size <= max) {
                units.add(new Unit(kind, size, size, whole, List.of(item), parts -> maker.make(from, parts)));
            } else if (item instanceof ListItem listItem) {
                units.addAll(around(
                        alone,
                        listItem.content(),
                        max,
                        content -> maker.make(from, List.of(new ListItem(content, listItem.attributes())))));
            } else if (item instanceof TaskItem task) {
                units.addAll(around(
                        alone,
                        task.content(),
                        max,
                        content ->
                                maker.make(from, List.of(new TaskItem(task.id(), task.uuid(), task.done(), content)))));
            } else {
                units.addAll(words(alone, max));
            }
        }
        return units;
    }

    /** What stands around content is put around each part of it. */
    private List<Unit> around(Block block, List<Block> content, int max, Function<List<Block>, Block> maker) {
        // Each line of content may get longer by what is around it, as in a quote.
        int room = max * 3 / 4 - sizes.of(maker.apply(List.of()));
        if (room < max / 4 || levels == MAX_LEVELS) {
            return words(block, max);
        }
        List<Unit> inner = new ArrayList<>();
        levels++;
        for (Block part : content) {
            inner.addAll(units(part, room));
        }
        levels--;
        List<Unit> units = new ArrayList<>();
        List<Unit> filled = new ArrayList<>();
        int size = 0;
        for (Unit unit : inner) {
            int more = unit.sizeBehind(filled);
            if (!filled.isEmpty() && size + more > room) {
                units.addAll(checked(maker.apply(Unit.blocks(filled)), kindOf(block), max));
                filled.clear();
                size = 0;
                more = unit.size();
            }
            filled.add(unit);
            size += more;
        }
        if (!filled.isEmpty()) {
            units.addAll(checked(maker.apply(Unit.blocks(filled)), kindOf(block), max));
        }
        return units;
    }

    private List<Unit> checked(Block block, ChunkKind kind, int max) {
        int size = sizes.of(block);
        return size <= max ? List.of(Unit.of(kind, size, block)) : words(block, max);
    }

    private List<Unit> code(CodeBlock code, int max) {
        int fence = sizes.of(new CodeBlock(code.form(), code.language(), code.title(), "", code.parameters()));
        int room = max - fence;
        if (room < max / 4) {
            return words(code, max);
        }
        List<Unit> units = new ArrayList<>();
        for (String part : TextCutter.lines(code.text(), room, sizes)) {
            Block block = new CodeBlock(code.form(), code.language(), code.title(), part, code.parameters());
            units.addAll(checked(block, ChunkKind.CODE, max));
        }
        return units;
    }

    /** Rows of their own: what covers several is in each, and the rows that head the table stand above each part. */
    private List<Unit> table(Table table, int max) {
        List<TableRow> rows = rows(table);
        int heads = 0;
        while (heads < rows.size() - 1
                && !rows.get(heads).cells().isEmpty()
                && rows.get(heads).cells().stream().allMatch(TableCell::header)) {
            heads++;
        }
        int headSize = heads == 0 ? 0 : sizes.of(table(rows.subList(0, heads), List.of(), table));
        if (headSize > max / 2) {
            trail.found(
                    FindingKind.SIMPLIFIED,
                    "header",
                    "The header of a table is too large to stand above each part of it; it stands above the first one only.");
            headSize = 0;
            heads = 0;
        }
        List<TableRow> head = rows.subList(0, heads);
        Object whole = new Object();
        List<Unit> units = new ArrayList<>();
        for (TableRow row : rows.subList(heads, rows.size())) {
            Table alone = table(head, List.of(row), table);
            int size = sizes.of(alone);
            if (size <= max) {
                units.add(new Unit(
                        ChunkKind.TABLE,
                        size,
                        Math.max(1, size - headSize),
                        whole,
                        List.of(row),
                        parts -> table(head, parts, table)));
            } else {
                units.addAll(words(alone, max));
            }
        }
        return units;
    }

    private List<TableRow> rows(Table table) {
        List<TableRow> rows = new ArrayList<>();
        IdentityHashMap<TableCell, Integer> lengths = new IdentityHashMap<>();
        for (List<TableGrid.Slot> slots : TableGrid.of(table).rows()) {
            List<TableCell> cells = new ArrayList<>();
            for (TableGrid.Slot slot : slots) {
                TableCell cell = slot.cell();
                cells.add(
                        cell == null || (!slot.origin() && !isRoomToRepeat(cell, lengths))
                                ? TableCell.of()
                                : new TableCell(cell.header(), 1, 1, cell.content(), cell.attributes()));
            }
            rows.add(TableRow.of(cells.toArray(TableCell[]::new)));
        }
        return rows;
    }

    private boolean isRoomToRepeat(TableCell cell, IdentityHashMap<TableCell, Integer> lengths) {
        repeated += lengths.computeIfAbsent(
                cell, measured -> Sizes.text(measured.content()).length());
        if (repeated > MAX_REPEATED) {
            trail.found(
                    FindingKind.LIMITED,
                    "spans",
                    "Cells that cover several places were not repeated any more, since they are too long for that.");
        }
        return repeated <= MAX_REPEATED;
    }

    private static Table table(List<TableRow> head, List<? extends Node> rows, Table like) {
        List<TableRow> all = new ArrayList<>(head);
        rows.forEach(row -> all.add((TableRow) row));
        return new Table(List.of(), all, like.attributes());
    }

    /** Running text, cut at the ends of sentences; parts that come into the same chunk are one paragraph again. */
    private List<Unit> lines(List<Inline> content, int max) {
        List<Unit> units = new ArrayList<>();
        // A part is measured with the line feed and the blank line behind it.
        int aim = Math.max(SMALLEST_AIM, max - 2 * sizes.ofWords("\n"));
        lines(content, max, aim, new Object(), units);
        return units;
    }

    private void lines(List<Inline> content, int max, int aim, Object whole, List<Unit> units) {
        for (List<Inline> part : InlineCutter.cut(content, max, aim, sizes, trail)) {
            int size = sizes.of(paragraph(part));
            if (size > max && aim > SMALLEST_AIM) {
                lines(part, max, aim / 2, whole, units);
                continue;
            }
            if (size > max) {
                trail.found(
                        FindingKind.LIMITED,
                        "size",
                        "A word, a link or an image is larger than a chunk may be; it was not cut.");
            }
            units.add(new Unit(ChunkKind.TEXT, size, size, whole, part, Splitter::paragraph));
        }
    }

    /** Breaks at the edges of a paragraph mean nothing. */
    private static Paragraph paragraph(List<? extends Node> parts) {
        int from = 0;
        int to = parts.size();
        while (from < to && parts.get(from) instanceof LineBreak) {
            from++;
        }
        while (to > from && parts.get(to - 1) instanceof LineBreak) {
            to--;
        }
        return new Paragraph(
                parts.subList(from, to).stream().map(part -> (Inline) part).toList(), Attributes.NONE);
    }

    /** What is too large and cannot be cut as it is: its words, line by line. */
    private List<Unit> words(Block block, int max) {
        trail.found(
                FindingKind.SIMPLIFIED,
                kindOf(block).name(),
                "Something is too large for a chunk and cannot be cut; its words were kept.");
        List<Unit> units = new ArrayList<>();
        for (String line : Sizes.text(List.of(block)).split("\n", -1)) {
            if (!line.isBlank()) {
                units.addAll(lines(List.of(new Text(line.strip())), max));
            }
        }
        return units;
    }
}
