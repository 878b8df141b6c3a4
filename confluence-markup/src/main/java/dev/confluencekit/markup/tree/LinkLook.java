package dev.confluencekit.markup.tree;

/** How a link is shown. */
public enum LinkLook {
    /** By its text. */
    TEXT,
    /** By the title and icon of where it leads to. */
    INLINE_CARD,
    /** By a card on lines of its own. */
    BLOCK_CARD,
    /** By what it leads to, in a frame. */
    EMBED
}
