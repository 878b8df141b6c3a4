package dev.confluencekit.sync.report;

import dev.confluencekit.core.error.ConfluenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run did. Whatever its outcome, what it brought into the target stands, and the next run goes on from there.
 *
 * @param kind what it set out to do
 * @param outcome how it ended
 * @param counts what changed in the mirror
 * @param traffic what it cost
 * @param took how long it took
 * @param spaces what became of each space
 * @param skipped items that could not be brought in, the first 1,000 of them
 * @param skippedInAll how many there were
 * @param unreachableInAll how many items of the mirror the site does not show any more
 * @param heldBack items that would have been removed or marked, were they not too many at once; see
 *     {@code Mirror.Builder.mostRemoved}
 * @param resumeAt when the site allows requests again, if that is what ended the run
 * @param failure what ended the run, if anything did
 */
public record MirrorReport(
        RunKind kind,
        Outcome outcome,
        Counts counts,
        Traffic traffic,
        Duration took,
        List<SpaceOutcome> spaces,
        List<SkippedItem> skipped,
        long skippedInAll,
        long unreachableInAll,
        long heldBack,
        @Nullable Instant resumeAt,
        @Nullable ConfluenceException failure) {
    /** Copies the lists. */
    public MirrorReport {
        spaces = List.copyOf(spaces);
        skipped = List.copyOf(skipped);
    }

    /**
     * Whether the mirror now holds what the run set out for.
     *
     * @return whether the outcome is {@link Outcome#COMPLETE}
     */
    public boolean complete() {
        return outcome == Outcome.COMPLETE;
    }

    /**
     * What ended the run.
     *
     * @return the failure, or empty
     */
    public Optional<ConfluenceException> problem() {
        return Optional.ofNullable(failure);
    }

    /**
     * Goes on only if the run came to its end: throws what ended it. A run that was cancelled, that the site paused, or that is
     * partial passes.
     *
     * @return this report
     */
    public MirrorReport orThrow() {
        if (outcome == Outcome.STOPPED && failure != null) {
            throw failure;
        }
        return this;
    }

    @Override
    public String toString() {
        return kind + " " + outcome + ": " + counts.added() + " added, " + counts.updated() + " updated, "
                + counts.moved()
                + " moved, " + counts.renamed() + " renamed, " + counts.removed() + " removed, " + counts.unreachable()
                + " unreachable, " + skippedInAll + " skipped, " + heldBack + " held back; " + traffic.requests()
                + " requests, " + traffic.bytes() + " bytes, " + took.toMillis() + " ms"
                + (failure == null ? "" : "; " + failure.getMessage());
    }
}
