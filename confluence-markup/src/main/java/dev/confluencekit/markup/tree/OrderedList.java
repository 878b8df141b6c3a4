package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A list with numbers.
 *
 * @param start the number of the first item
 * @param items in order
 * @param attributes what else the source said about it
 */
public record OrderedList(int start, List<ListItem> items, Attributes attributes) implements Block {
    /** Copies its lists. */
    public OrderedList {
        items = List.copyOf(items);
    }

    /** Makes one that starts at 1, without attributes. */
    public static OrderedList of(ListItem... items) {
        return new OrderedList(1, List.of(items), Attributes.NONE);
    }

    @Override
    public List<ListItem> children() {
        return items;
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
