package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * Terms and what they mean.
 *
 * @param entries in order
 * @param attributes what else the source said about it
 */
public record DefinitionList(List<DefinitionEntry> entries, Attributes attributes) implements Block {
    /** Copies its lists. */
    public DefinitionList {
        entries = List.copyOf(entries);
    }

    @Override
    public List<DefinitionEntry> children() {
        return entries;
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
