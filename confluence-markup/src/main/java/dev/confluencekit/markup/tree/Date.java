package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A day.
 *
 * @param value {@code 2026-11-24}, or what the source has in its place
 */
public record Date(String value) implements Inline {

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
