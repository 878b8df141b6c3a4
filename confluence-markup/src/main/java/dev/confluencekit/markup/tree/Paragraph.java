package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A paragraph. An {@link Embedded} in it is a block that the source has inside the paragraph.
 *
 * @param content its text
 * @param attributes what else the source said about it
 */
public record Paragraph(List<Inline> content, Attributes attributes) implements Block {
    /** Copies its lists. */
    public Paragraph {
        content = List.copyOf(content);
    }

    /** Makes one without attributes. */
    public static Paragraph of(Inline... content) {
        return new Paragraph(List.of(content), Attributes.NONE);
    }

    @Override
    public List<Inline> children() {
        return content;
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
