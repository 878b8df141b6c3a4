package dev.confluencekit.markup.tree;

import java.util.List;

/** Anything in a tree. Nodes are immutable. */
public sealed interface Node
        permits Document,
                Block,
                Inline,
                ListItem,
                TaskItem,
                Decision,
                DefinitionEntry,
                TableRow,
                TableCell,
                LayoutSection,
                LayoutColumn,
                RichBody {
    /** The nodes right below this one, in the order of reading. */
    List<? extends Node> children();
}
