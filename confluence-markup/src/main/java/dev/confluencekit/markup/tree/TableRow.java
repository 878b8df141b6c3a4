package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A row of a table.
 *
 * @param part which part of the table it is in
 * @param cells that begin in this row, in order
 * @param attributes what else the source said about it
 */
public record TableRow(TablePart part, List<TableCell> cells, Attributes attributes) implements Node {
    /** Copies its lists. */
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** Makes a row of the body without attributes. */
    public static TableRow of(TableCell... cells) {
        return new TableRow(TablePart.BODY, List.of(cells), Attributes.NONE);
    }

    @Override
    public List<TableCell> children() {
        return cells;
    }
}
