package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is hidden until a reader opens it.
 *
 * @param title what the reader clicks on
 * @param content what it holds
 * @param parameters what else the source said
 */
public record Expand(@Nullable String title, List<Block> content, Attributes parameters) implements Block {
    /** Copies its lists. */
    public Expand {
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
