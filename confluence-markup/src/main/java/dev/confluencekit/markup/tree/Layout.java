package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * Sections, one below the other, each with its columns.
 *
 * @param sections from top to bottom
 */
public record Layout(List<LayoutSection> sections) implements Block {
    /** Copies its lists. */
    public Layout {
        sections = List.copyOf(sections);
    }

    @Override
    public List<LayoutSection> children() {
        return sections;
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
