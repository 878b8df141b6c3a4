package dev.confluencekit.markup.report;

/** What kind of thing was found. */
public enum FindingKind {
    /** A macro that nothing is known of. Its body is in the output. */
    UNKNOWN_MACRO,
    /** An element or node that nothing is known of. What can be read of it is in the output. */
    UNKNOWN_ELEMENT,
    /** A link, image, person or include that nobody could resolve. Its text, or a readable form, is in the output. */
    UNRESOLVED_REFERENCE,
    /** Something that has no place in the output. It is left out. */
    LEFT_OUT,
    /** Something whose text is in the output, but not all that is said of it: a colour, a span, an address not allowed. */
    SIMPLIFIED,
    /** The source was not as it should be. It was read as was most likely meant. */
    REPAIRED,
    /** A limit was met. What went past it is in the output in a simpler form, or not at all; the finding says which. */
    LIMITED,
    /**
     * Something is where Confluence's new editor has no place for it, such as a table in a table. It is in the output as it is, but
     * the page may open in the old editor only, or look different in the new one.
     */
    EDITOR_LIMIT
}
