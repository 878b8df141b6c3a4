package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * Text that has a mark. Marks are nested one in another; their order has no meaning.
 *
 * @param mark which
 * @param content its text
 */
public record Marked(Mark mark, List<Inline> content) implements Inline {
    /** Copies its lists. */
    public Marked {
        content = List.copyOf(content);
    }

    /** Makes one. */
    public static Marked of(Mark mark, Inline... content) {
        return new Marked(mark, List.of(content));
    }

    @Override
    public List<Inline> children() {
        return content;
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
