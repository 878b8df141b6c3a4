package dev.confluencekit.markup.build;

import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Items of a list. For one thread. */
public final class ListBuilder {
    private final List<ListItem> items = new ArrayList<>();

    private ListBuilder() {}

    static List<ListItem> items(Consumer<ListBuilder> list) {
        ListBuilder builder = new ListBuilder();
        Objects.requireNonNull(list, "list").accept(builder);
        if (builder.items.isEmpty()) {
            throw new IllegalArgumentException("list must have an item");
        }
        return builder.items;
    }

    /** Adds an item. */
    public ListBuilder item(String text) {
        return item(List.of(new Paragraph(TextBuilder.of(text), Attributes.NONE)));
    }

    /** Adds an item of several pieces of text. */
    public ListBuilder item(Consumer<TextBuilder> text) {
        return item(List.of(new Paragraph(TextBuilder.of(text), Attributes.NONE)));
    }

    /** Adds an item of blocks, such as a paragraph with a list below it. */
    public ListBuilder itemOf(Consumer<BodyBuilder> content) {
        return item(BodyBuilder.blocks("content", content));
    }

    private ListBuilder item(List<Block> content) {
        items.add(new ListItem(content, Attributes.NONE));
        return this;
    }
}
