package dev.confluencekit.markup.build;

import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TablePart;
import dev.confluencekit.markup.tree.TableRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Rows of a table, all of which have as many cells as the first one. For one thread. */
public final class TableBuilder {
    private final List<TableRow> rows = new ArrayList<>();

    private TableBuilder() {}

    static Table table(Consumer<TableBuilder> table) {
        TableBuilder builder = new TableBuilder();
        Objects.requireNonNull(table, "table").accept(builder);
        if (builder.rows.isEmpty()) {
            throw new IllegalArgumentException("table must have a row");
        }
        return new Table(List.of(), builder.rows, Attributes.NONE);
    }

    /** Adds a row of headers. */
    public TableBuilder header(String... texts) {
        return add(Arrays.stream(texts).map(text -> cell(true, text)).toList());
    }

    /** Adds a row of texts. */
    public TableBuilder row(String... texts) {
        return add(Arrays.stream(texts).map(text -> cell(false, text)).toList());
    }

    /** Adds a row of cells of any kind. */
    public TableBuilder rowOf(Consumer<RowBuilder> row) {
        return add(RowBuilder.cells(row));
    }

    static TableCell cell(boolean header, String text) {
        Paragraph words = new Paragraph(TextBuilder.of(text), Attributes.NONE);
        return new TableCell(header, 1, 1, List.of(words), Attributes.NONE);
    }

    private TableBuilder add(List<TableCell> cells) {
        int columns = rows.isEmpty() ? cells.size() : rows.get(0).cells().size();
        if (cells.isEmpty() || cells.size() != columns) {
            throw new IllegalArgumentException(
                    "row " + (rows.size() + 1) + " must have " + Math.max(1, columns) + " cells, not " + cells.size());
        }
        rows.add(new TableRow(TablePart.BODY, cells, Attributes.NONE));
        return this;
    }
}
