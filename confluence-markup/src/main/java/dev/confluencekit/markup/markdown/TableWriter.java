package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.internal.table.TableGrid;
import dev.confluencekit.markup.internal.table.TableGrid.Slot;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.markdown.MarkdownOptions.Choice;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TablePart;
import dev.confluencekit.markup.tree.TableRow;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Writes tables. What covers several places is repeated in each, so that no row can be misread. */
final class TableWriter {
    /** How many characters may be repeated in a document. */
    private static final long MAX_REPEATED = 2_000_000;

    /** How many places without anything may be written at the ends of rows. */
    private static final long MAX_PADDED = 200_000;

    private final MarkdownOptions options;
    private final Trail trail;
    private final CellWriter cells;
    private long repeated;

    TableWriter(MarkdownOptions options, Trail trail) {
        this.options = options;
        this.trail = trail;
        this.cells = new CellWriter(options);
    }

    /** The lines of the table; none if it has no column. */
    List<String> write(Table table) {
        TableGrid grid = TableGrid.of(table);
        if (grid.limited()) {
            trail.found(
                    FindingKind.LIMITED,
                    "spans",
                    "The cells of a table cover far more places than it has cells; some were put in their own place only.");
        }
        if (grid.width() == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        boolean header = isHeader(table.rows().get(0)) || options.has(Choice.FIRST_ROW_AS_HEADER);
        boolean padded = (long) grid.width() * grid.rows().size() <= MAX_PADDED;
        IdentityHashMap<TableCell, String> written = new IdentityHashMap<>();
        if (!header) {
            lines.add("| ".repeat(grid.width()) + "|");
            lines.add(ColumnAlignment.row(grid));
        }
        for (int i = 0; i < grid.rows().size(); i++) {
            boolean heads = header && i == 0;
            lines.add(line(grid.rows().get(i), heads || padded ? grid.width() : 1, heads, written));
            if (heads) {
                lines.add(ColumnAlignment.row(grid));
            }
        }
        return lines;
    }

    private static boolean isHeader(TableRow row) {
        return !row.cells().isEmpty()
                && (row.part() == TablePart.HEAD || row.cells().stream().allMatch(TableCell::header));
    }

    private String line(List<Slot> slots, int width, boolean heads, IdentityHashMap<TableCell, String> written) {
        StringBuilder line = new StringBuilder("|");
        for (Slot slot : slots) {
            String text = text(slot, heads, written);
            line.append(' ').append(text).append(text.isEmpty() ? "|" : " |");
        }
        line.append(" |".repeat(Math.max(0, width - slots.size())));
        return line.toString();
    }

    private String text(Slot slot, boolean heads, IdentityHashMap<TableCell, String> written) {
        TableCell cell = slot.cell();
        if (cell == null) {
            return "";
        }
        String text = written.computeIfAbsent(cell, found -> cells.write(found, found.header() && !heads));
        if (!slot.origin()) {
            repeated += text.length();
            if (repeated > MAX_REPEATED) {
                trail.found(
                        FindingKind.LIMITED,
                        "spans",
                        "Cells that cover several places were not repeated any more, since they are too long for that.");
                return "";
            }
        }
        return text;
    }
}
