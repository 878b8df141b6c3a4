package dev.confluencekit.markup.tree;

/** By which means text keeps its spaces and lines. */
public enum CodeForm {
    /** A block of code, maybe coloured by its language. */
    CODE,
    /** The macro noformat: no language, no colours. */
    NOFORMAT
}
