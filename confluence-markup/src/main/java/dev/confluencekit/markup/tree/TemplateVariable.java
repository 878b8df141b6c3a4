package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * Where a template puts in what was asked for.
 *
 * @param name of the variable
 */
public record TemplateVariable(String name) implements Inline {

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
