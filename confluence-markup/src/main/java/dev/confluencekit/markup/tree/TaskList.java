package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A list of tasks.
 *
 * @param items in order
 */
public record TaskList(List<TaskItem> items) implements Block {
    /** Copies its lists. */
    public TaskList {
        items = List.copyOf(items);
    }

    @Override
    public List<TaskItem> children() {
        return items;
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
