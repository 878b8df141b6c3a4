package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A table.
 *
 * @param columns what is said of columns; may be fewer than there are, or none
 * @param rows in order
 * @param attributes what else the source said about it
 */
public record Table(List<TableColumn> columns, List<TableRow> rows, Attributes attributes) implements Block {
    /** Copies its lists. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Makes one of which nothing but the rows is said. */
    public static Table of(TableRow... rows) {
        return new Table(List.of(), List.of(rows), Attributes.NONE);
    }

    @Override
    public List<TableRow> children() {
        return rows;
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
