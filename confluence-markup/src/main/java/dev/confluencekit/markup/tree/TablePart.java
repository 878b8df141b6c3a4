package dev.confluencekit.markup.tree;

/** In which part of its table a row is. */
public enum TablePart {
    /** Repeated on each page where a table is printed. */
    HEAD,
    /** Where rows are that are in no other part. */
    BODY,
    /** Below the others. */
    FOOT
}
