package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A heading.
 *
 * @param level 1 to 6
 * @param content its text
 * @param attributes what else the source said about it
 */
public record Heading(int level, List<Inline> content, Attributes attributes) implements Block {
    /** Copies its lists; refuses what is out of bounds. */
    public Heading {
        content = List.copyOf(content);
        if (level < 1 || level > 6) {
            throw new IllegalArgumentException("level must be 1 to 6, not " + level);
        }
    }

    /** Makes one without attributes. */
    public static Heading of(int level, Inline... content) {
        return new Heading(level, List.of(content), Attributes.NONE);
    }

    @Override
    public List<Inline> children() {
        return content;
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
