package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A list with bullets.
 *
 * @param items in order
 * @param attributes what else the source said about it
 */
public record BulletList(List<ListItem> items, Attributes attributes) implements Block {
    /** Copies its lists. */
    public BulletList {
        items = List.copyOf(items);
    }

    /** Makes one without attributes. */
    public static BulletList of(ListItem... items) {
        return new BulletList(List.of(items), Attributes.NONE);
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
