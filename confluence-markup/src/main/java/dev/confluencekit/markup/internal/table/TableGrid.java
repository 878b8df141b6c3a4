package dev.confluencekit.markup.internal.table;

import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TableRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as a rectangle: what is in each row and column, with cells that cover several in each of them. How much spans may
 * blow up a table is limited; past the limit a cell covers its own place only.
 */
public final class TableGrid {
    private static final int MAX_SPAN = 1_000;
    private static final int COVERED_FREE = 100_000;
    private static final int COVERED_FOR_EACH_CELL = 4;

    private final List<List<Slot>> rows = new ArrayList<>();
    private final List<Down> down = new ArrayList<>();
    private long covered;
    private boolean limited;
    private int width;

    /**
     * A place in the rectangle.
     *
     * @param cell what covers it; nothing, if the source says nothing of this place
     * @param origin whether the cell begins here
     */
    public record Slot(@Nullable TableCell cell, boolean origin) {}

    private static final Slot NOTHING = new Slot(null, false);

    /** A cell that goes on in the rows below. */
    private record Down(@Nullable TableCell cell, int rows) {}

    private static final Down OPEN = new Down(null, 0);

    private TableGrid(Table table) {
        long cells = table.rows().stream().mapToLong(row -> row.cells().size()).sum();
        long budget = COVERED_FREE + COVERED_FOR_EACH_CELL * cells;
        for (TableRow row : table.rows()) {
            add(row, budget);
        }
    }

    /** Makes the rectangle. */
    public static TableGrid of(Table table) {
        return new TableGrid(table);
    }

    private void add(TableRow row, long budget) {
        List<Slot> slots = new ArrayList<>();
        for (TableCell cell : row.cells()) {
            while (continues(slots)) {
                goOn(slots);
            }
            place(cell, slots, budget);
        }
        while (slots.size() < down.size()) {
            goOn(slots);
        }
        rows.add(slots);
        width = Math.max(width, slots.size());
        while (!down.isEmpty() && down.get(down.size() - 1).rows() == 0) {
            down.remove(down.size() - 1);
        }
    }

    private boolean continues(List<Slot> slots) {
        return slots.size() < down.size() && down.get(slots.size()).rows() > 0;
    }

    private void goOn(List<Slot> slots) {
        Down above = down.get(slots.size());
        if (above.rows() == 0) {
            slots.add(NOTHING);
            return;
        }
        down.set(slots.size(), new Down(above.cell(), above.rows() - 1));
        slots.add(new Slot(above.cell(), false));
    }

    private void place(TableCell cell, List<Slot> slots, long budget) {
        int columns = Math.min(cell.columnSpan(), MAX_SPAN);
        int below = Math.min(cell.rowSpan(), MAX_SPAN) - 1;
        long more = (long) columns * (below + 1) - 1;
        if (covered + more > budget) {
            limited = true;
            columns = 1;
            below = 0;
        } else {
            covered += more;
        }
        for (int i = 0; i < columns; i++) {
            int column = slots.size();
            while (down.size() <= column && below > 0) {
                down.add(OPEN);
            }
            if (column < down.size()) {
                down.set(column, below > 0 ? new Down(cell, below) : OPEN);
            }
            slots.add(new Slot(cell, i == 0));
        }
    }

    /** The rows; a row may be shorter than the rectangle is wide where nothing is said of its end. */
    public List<List<Slot>> rows() {
        return rows;
    }

    /** How many columns there are. */
    public int width() {
        return width;
    }

    /** Whether spans were left out of account, since they would have blown up the table. */
    public boolean limited() {
        return limited;
    }
}
