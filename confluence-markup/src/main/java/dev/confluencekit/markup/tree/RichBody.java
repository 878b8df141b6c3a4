package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * A body with markup.
 *
 * @param content what it holds
 */
public record RichBody(List<Block> content) implements MacroBody, Node {
    /** Copies its lists. */
    public RichBody {
        content = List.copyOf(content);
    }

    @Override
    public List<Block> children() {
        return content;
    }
}
