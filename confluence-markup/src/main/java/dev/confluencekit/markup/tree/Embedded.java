package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A block where running text is expected, such as a table in a paragraph. {@link Document#lifted} takes them out.
 *
 * @param block the block
 */
public record Embedded(Block block) implements Inline {

    @Override
    public List<Block> children() {
        return List.of(block);
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
