package dev.confluencekit.sync.report;

/** How a run ended. */
public enum Outcome {
    /** Everything that it set out to do was done. */
    COMPLETE,
    /** It came to its end, but some spaces or items could not be read, or removals were held back; the report says which. */
    PARTIAL,
    /** The site asked for a longer pause than a run waits for. The report says when to come back. */
    PAUSED,
    /** Somebody cancelled it. */
    CANCELLED,
    /** It could not go on: the key is refused, the site is away. The report says why. */
    STOPPED
}
