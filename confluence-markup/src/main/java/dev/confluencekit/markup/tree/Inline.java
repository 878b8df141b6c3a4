package dev.confluencekit.markup.tree;

/** What stands in running text. */
public sealed interface Inline extends Node
        permits Text,
                LineBreak,
                Marked,
                Link,
                Image,
                Emoji,
                Mention,
                Date,
                Status,
                Placeholder,
                TemplateVariable,
                Embedded,
                Macro,
                Element {
    /**
     * Calls the method of the visitor that is for this kind of inline.
     *
     * @param <R> what the visitor answers
     * @param visitor whom to call
     * @return what it answered
     */
    <R> R accept(InlineVisitor<R> visitor);
}
