package dev.confluencekit.markup.build;

import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.TableCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Cells of a row. For one thread. */
public final class RowBuilder {
    private final List<TableCell> cells = new ArrayList<>();

    private RowBuilder() {}

    static List<TableCell> cells(Consumer<RowBuilder> row) {
        RowBuilder builder = new RowBuilder();
        Objects.requireNonNull(row, "row").accept(builder);
        return builder.cells;
    }

    /** Adds a header. */
    public RowBuilder header(String text) {
        cells.add(TableBuilder.cell(true, text));
        return this;
    }

    /** Adds a cell. */
    public RowBuilder cell(String text) {
        cells.add(TableBuilder.cell(false, text));
        return this;
    }

    /** Adds a cell of several pieces of text. */
    public RowBuilder cell(Consumer<TextBuilder> text) {
        return add(List.of(new Paragraph(TextBuilder.of(text), Attributes.NONE)));
    }

    /** Adds a cell of blocks, such as a list or code. */
    public RowBuilder cellOf(Consumer<BodyBuilder> content) {
        return add(BodyBuilder.blocks("content", content));
    }

    private RowBuilder add(List<Block> content) {
        cells.add(new TableCell(false, 1, 1, content, Attributes.NONE));
        return this;
    }
}
