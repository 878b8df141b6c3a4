package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word in a coloured box.
 *
 * @param text the word
 * @param colour by name
 * @param parameters what else the source said
 */
public record Status(String text, @Nullable String colour, Attributes parameters) implements Inline {

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
