package dev.confluencekit.content.search;

/** The direction of an order. */
public enum CqlOrder {
    /** Up. */
    ASCENDING,
    /** Down. */
    DESCENDING
}
