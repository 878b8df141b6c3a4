package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, named by account.
 *
 * @param user who
 * @param name to be shown, without {@code @}; missing where the source knows the account only
 */
public record Mention(UserTarget user, @Nullable String name) implements Inline {

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
