package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns side by side.
 *
 * @param type {@code two_equal} and the like, where the source says so
 * @param columns from left to right
 * @param attributes what else the source said about it
 */
public record LayoutSection(@Nullable String type, List<LayoutColumn> columns, Attributes attributes) implements Node {
    /** Copies its lists. */
    public LayoutSection {
        columns = List.copyOf(columns);
    }

    @Override
    public List<LayoutColumn> children() {
        return columns;
    }
}
