package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A quotation.
 *
 * @param content what it holds
 * @param attributes what else the source said about it
 */
public record Quote(List<Block> content, Attributes attributes) implements Block {
    /** Copies its lists. */
    public Quote {
        content = List.copyOf(content);
    }

    /** Makes one without attributes. */
    public static Quote of(Block... content) {
        return new Quote(List.of(content), Attributes.NONE);
    }

    @Override
    public List<Block> children() {
        return content;
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
