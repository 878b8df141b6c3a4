package dev.confluencekit.markup.tree;

/** How text looks. */
public enum Style implements Mark {
    /** Bold. */
    STRONG,
    /** Italic. */
    EMPHASIS,
    /** Underlined. */
    UNDERLINE,
    /** Struck through. */
    STRIKE,
    /** Lower and smaller. */
    SUBSCRIPT,
    /** Higher and smaller. */
    SUPERSCRIPT,
    /** As code. */
    CODE,
    /** In letters of the same width, without being code. */
    MONOSPACE,
    /** Larger. */
    BIG,
    /** Smaller. */
    SMALL,
    /** The title of a work. */
    CITATION,
    /** In quotation marks. */
    QUOTATION
}
