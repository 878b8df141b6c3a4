package dev.confluencekit.markup.adf;

import dev.confluencekit.markup.tree.LayoutColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the storage format calls sections with columns of such widths. */
final class LayoutTypes {
    private LayoutTypes() {}

    /** Null where it has no word: for no column, and for more than five. */
    static @Nullable String of(List<LayoutColumn> columns) {
        return switch (columns.size()) {
            case 1 -> "single";
            case 2 ->
                isNarrow(columns.get(0), columns.get(1))
                        ? "two_left_sidebar"
                        : isNarrow(columns.get(1), columns.get(0)) ? "two_right_sidebar" : "two_equal";
            case 3 ->
                isNarrow(columns.get(0), columns.get(1)) && isNarrow(columns.get(2), columns.get(1))
                        ? "three_with_sidebars"
                        : "three_equal";
            case 4 -> "four_equal";
            case 5 -> "five_equal";
            default -> null;
        };
    }

    private static boolean isNarrow(LayoutColumn column, LayoutColumn beside) {
        Double width = column.width();
        Double other = beside.width();
        return width != null && other != null && width * 1.25 < other;
    }
}
