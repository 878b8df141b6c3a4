package dev.confluencekit.markup.tree;

/** What stands on lines of its own. */
public sealed interface Block extends Node
        permits Paragraph,
                Plain,
                Heading,
                BulletList,
                OrderedList,
                TaskList,
                DecisionList,
                DefinitionList,
                Table,
                Quote,
                Rule,
                CodeBlock,
                Preformatted,
                Panel,
                Expand,
                Layout,
                Division,
                Macro,
                Element {
    /**
     * Calls the method of the visitor that is for this kind of block.
     *
     * @param <R> what the visitor answers
     * @param visitor whom to call
     * @return what it answered
     */
    <R> R accept(BlockVisitor<R> visitor);
}
