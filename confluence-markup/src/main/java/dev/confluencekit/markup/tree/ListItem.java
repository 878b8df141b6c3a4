package dev.confluencekit.markup.tree;

import java.util.List;

/**
 * An item of a list with bullets or numbers.
 *
 * @param content what it holds
 * @param attributes what else the source said about it
 */
public record ListItem(List<Block> content, Attributes attributes) implements Node {
    /** Copies its lists. */
    public ListItem {
        content = List.copyOf(content);
    }

    /** Makes one without attributes. */
    public static ListItem of(Block... content) {
        return new ListItem(List.of(content), Attributes.NONE);
    }

    @Override
    public List<Block> children() {
        return content;
    }
}
