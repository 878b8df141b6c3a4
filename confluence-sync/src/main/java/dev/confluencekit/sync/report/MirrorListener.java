package dev.confluencekit.sync.report;

/**
 * Hears of a run. Called on the thread of the run, which waits meanwhile; what a listener throws is logged and changes
 * nothing.
 */
public interface MirrorListener {
    /**
     * Something was listed or stored.
     *
     * @param progress how far the run has come
     */
    default void progressed(MirrorProgress progress) {}

    /**
     * A space has been read, or will not be.
     *
     * @param space what became of it
     */
    default void spaceEnded(SpaceOutcome space) {}

    /**
     * An item could not be brought in.
     *
     * @param item which, and why
     */
    default void skipped(SkippedItem item) {}
}
