package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A line across the page.
 */
public record Rule() implements Block {

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
