package dev.confluencekit.markup.chunk;

/** What a chunk consists of. */
public enum ChunkKind {
    /** Paragraphs, quotes, images. */
    TEXT,
    /** Code. */
    CODE,
    /** Rows of a table. */
    TABLE,
    /** Items of a list. */
    LIST,
    /** Tasks or decisions. */
    TASKS,
    /** A box that draws attention, or what a reader opens. */
    PANEL,
    /** Several of these. */
    MIXED
}
