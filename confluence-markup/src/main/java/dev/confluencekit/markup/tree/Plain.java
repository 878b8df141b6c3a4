package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * Running text where blocks are expected and no paragraph is around it: the text of a list item or of a table cell.
 *
 * @param content its text
 */
public record Plain(List<Inline> content) implements Block {
    /** Copies its lists. */
    public Plain {
        content = List.copyOf(content);
    }

    /** Makes one without attributes. */
    public static Plain of(Inline... content) {
        return new Plain(List.of(content));
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
