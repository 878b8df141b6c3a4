package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A term of a list of definitions, or what is said of the terms before it.
 *
 * @param term whether it is the term
 * @param content what it holds
 */
public record DefinitionEntry(boolean term, List<Block> content) implements Node {
    /** Copies its lists. */
    public DefinitionEntry {
        content = List.copyOf(content);
    }

    @Override
    public List<Block> children() {
        return content;
    }
}
