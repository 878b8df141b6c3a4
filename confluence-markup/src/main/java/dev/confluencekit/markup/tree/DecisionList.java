package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of decisions.
 *
 * @param id if it has one
 * @param items in order
 */
public record DecisionList(@Nullable String id, List<Decision> items) implements Block {
    /** Copies its lists. */
    public DecisionList {
        items = List.copyOf(items);
    }

    @Override
    public List<Decision> children() {
        return items;
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
