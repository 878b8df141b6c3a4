package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a layout section.
 *
 * @param width in percent, where the source says so
 * @param content what it holds
 */
public record LayoutColumn(@Nullable Double width, List<Block> content) implements Node {
    /** Copies its lists. */
    public LayoutColumn {
        content = List.copyOf(content);
    }

    @Override
    public List<Block> children() {
        return content;
    }
}
