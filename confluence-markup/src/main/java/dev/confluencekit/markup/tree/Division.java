package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * Blocks that the source holds together for a reason that only its attributes say.
 *
 * @param content what it holds
 * @param attributes what else the source said about it
 */
public record Division(List<Block> content, Attributes attributes) implements Block {
    /** Copies its lists. */
    public Division {
        content = List.copyOf(content);
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
