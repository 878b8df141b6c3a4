package dev.confluencekit.markup.tree;

import java.util.List;
import java.util.Optional;

/**
 * A cell. It covers {@code columnSpan} columns and {@code rowSpan} rows from its place on; cells that it covers are not in the rows.
 * Spans may be absurdly large; who makes a rectangle of a table limits them.
 *
 * @param header whether it heads a row or a column
 * @param columnSpan 1 or more
 * @param rowSpan 1 or more
 * @param content what it holds
 * @param attributes what else the source said about it
 */
public record TableCell(boolean header, int columnSpan, int rowSpan, List<Block> content, Attributes attributes)
        implements Node {
    /** Copies its lists; refuses what is out of bounds. */
    public TableCell {
        content = List.copyOf(content);
        if (columnSpan < 1 || rowSpan < 1) {
            throw new IllegalArgumentException("spans must be 1 or more, not " + columnSpan + " and " + rowSpan);
        }
    }

    /** Makes a cell that covers one column and one row. */
    public static TableCell of(Block... content) {
        return new TableCell(false, 1, 1, List.of(content), Attributes.NONE);
    }

    /** Makes a header cell that covers one column and one row. */
    public static TableCell header(Block... content) {
        return new TableCell(true, 1, 1, List.of(content), Attributes.NONE);
    }

    /** The colour behind the cell, as the source writes it. */
    public Optional<String> background() {
        return attributes.get("data-highlight-colour");
    }

    /** Whether the cell holds the number of its row and nothing that anybody wrote. */
    public boolean numbersItsRow() {
        return attributes.get("class").orElse("").contains("numberingColumn");
    }

    @Override
    public List<Block> children() {
        return content;
    }
}
