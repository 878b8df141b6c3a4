package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * An element or node of the source for which there is no other kind here: kept by name and attributes, so that it can be written back, with
 * what can be read of its content.
 *
 * @param source in which language the name means something
 * @param name as the source writes it
 * @param content what it holds
 * @param attributes what else the source said about it
 */
public record Element(Source source, String name, List<Block> content, Attributes attributes) implements Block, Inline {
    /** Copies its lists. */
    public Element {
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

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
