package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hint to those who fill in a template. No content.
 *
 * @param type what may be filled in
 * @param text the hint
 */
public record Placeholder(@Nullable String type, String text) implements Inline {

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
