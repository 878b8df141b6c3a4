package dev.confluencekit.sync.report;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come.
 *
 * @param kind what it set out to do
 * @param spacesDone how many spaces have been read
 * @param spaces how many there are to read
 * @param listed how many rows have been listed
 * @param stored how many items have been brought into the target
 * @param waiting how many items are known to be brought in yet
 * @param requests how many requests have been sent
 * @param elapsed since it began
 * @param remaining an estimate of how much longer it takes, null while nothing can be said
 */
public record MirrorProgress(
        RunKind kind,
        int spacesDone,
        int spaces,
        long listed,
        long stored,
        long waiting,
        long requests,
        Duration elapsed,
        @Nullable Duration remaining) {
    /**
     * How much longer it may take.
     *
     * @return an estimate, or empty while nothing can be said
     */
    public Optional<Duration> estimate() {
        return Optional.ofNullable(remaining);
    }
}
