package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TableColumn;
import dev.confluencekit.markup.tree.TablePart;
import dev.confluencekit.markup.tree.TableRow;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads tables. */
final class TableReader {
    private final BlockReader blocks;
    private final Trail trail;

    TableReader(BlockReader blocks, Trail trail) {
        this.blocks = blocks;
        this.trail = trail;
    }

    void table(Element element, List<Block> into) {
        List<TableColumn> columns = new ArrayList<>();
        List<TableRow> rows = new ArrayList<>();
        trail.enter("table");
        part(element, TablePart.BODY, columns, rows, into);
        trail.leave();
        into.add(new Table(columns, rows, Attrs.of(element)));
    }

    private void part(
            Element element, TablePart part, List<TableColumn> columns, List<TableRow> rows, List<Block> before) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text && !text.isBlank()) {
                before.add(new Plain(LinkReader.words(text.getWholeText())));
            } else if (node instanceof Element child) {
                switch (child.tagName()) {
                    case "colgroup" -> part(child, part, columns, rows, before);
                    case "col" -> columns.add(new TableColumn(Attrs.of(child)));
                    case "thead" -> part(child, TablePart.HEAD, columns, rows, before);
                    case "tbody" -> part(child, TablePart.BODY, columns, rows, before);
                    case "tfoot" -> part(child, TablePart.FOOT, columns, rows, before);
                    case "tr" -> rows.add(row(child, part, rows.size() + 1));
                    default -> stranger(child, before);
                }
            }
        }
    }

    private void stranger(Element child, List<Block> before) {
        if (!child.tagName().equals("caption")) {
            trail.found(
                    FindingKind.REPAIRED,
                    child.tagName(),
                    "The element " + child.tagName()
                            + " stands between the rows of a table; it was put before the table.");
        }
        before.addAll(blocks.blocks(child));
    }

    private TableRow row(Element element, TablePart part, int number) {
        List<TableCell> cells = new ArrayList<>();
        trail.enter("row", number);
        for (Node node : element.childNodes()) {
            trail.enter("cell", cells.size() + 1);
            if (node instanceof TextNode text && !text.isBlank()) {
                cells.add(TableCell.of(new Plain(LinkReader.words(text.getWholeText()))));
            } else if (node instanceof Element child) {
                cells.add(cell(child));
            }
            trail.leave();
        }
        trail.leave();
        return new TableRow(part, cells, Attrs.of(element));
    }

    private TableCell cell(Element element) {
        String name = element.tagName();
        if (!name.equals("td") && !name.equals("th")) {
            return new TableCell(false, 1, 1, List.of(blocks.unknown(element)), Attributes.NONE);
        }
        return new TableCell(
                name.equals("th"),
                span(element, "colspan"),
                span(element, "rowspan"),
                blocks.blocks(element),
                Attrs.of(element, "colspan", "rowspan"));
    }

    /** How many columns or rows; 0 and what is no number count as 1. */
    private int span(Element element, String name) {
        int span = spanOf(element.attr(name));
        if (span > StorageReader.MAX_SPAN) {
            trail.found(
                    FindingKind.LIMITED,
                    name,
                    "A cell with " + name + " over " + StorageReader.MAX_SPAN + " was read as one of "
                            + StorageReader.MAX_SPAN + ".");
            return StorageReader.MAX_SPAN;
        }
        return span;
    }

    static int spanOf(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 1;
        }
        return digits.length() > 6 ? Integer.MAX_VALUE : Math.max(1, Integer.parseInt(digits));
    }
}
