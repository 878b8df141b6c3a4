package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * Text. White space in it is as the source has it, apart from what the source only has for the looks of its lines.
 *
 * @param value the text
 */
public record Text(String value) implements Inline {

    /** Makes one. */
    public static Text of(String value) {
        return new Text(value);
    }

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
