package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An emoji. Each component may be missing, not all of them.
 *
 * @param name of the old editor, such as {@code thumbs-up}
 * @param shortName such as {@code :thumbsup:}
 * @param id code points in hexadecimal digits, joined by dashes, or an id of its own
 * @param fallback the characters
 */
public record Emoji(
        @Nullable String name,
        @Nullable String shortName,
        @Nullable String id,
        @Nullable String fallback) implements Inline {

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
