package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A new line in the same paragraph.
 */
public record LineBreak() implements Inline {

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
