package dev.confluencekit.sync.report;

/** What a run set out to do. Spaces that are new to the mirror are read whole in every run. */
public enum RunKind {
    /** The mirror was empty or not yet whole: everything is read. */
    FIRST,
    /** Only what the site lists as changed is read. Moves and deletions are not noticed by it. */
    INCREMENTAL,
    /** Everything is listed, what differs is read, and what is missing is looked for. */
    RECONCILING
}
