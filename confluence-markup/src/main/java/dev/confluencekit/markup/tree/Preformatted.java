package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * The element {@code pre}: spaces and lines are kept, and there may be markup in it.
 *
 * @param content its text
 * @param attributes what else the source said about it
 */
public record Preformatted(List<Inline> content, Attributes attributes) implements Block {
    /** Copies its lists. */
    public Preformatted {
        content = List.copyOf(content);
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
