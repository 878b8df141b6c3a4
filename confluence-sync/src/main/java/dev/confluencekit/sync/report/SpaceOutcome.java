package dev.confluencekit.sync.report;

import dev.confluencekit.content.SpaceId;
import org.jspecify.annotations.Nullable;

/**
 * What became of one space in a run.
 *
 * @param id its id, null where a key that was asked for leads nowhere
 * @param key its key, as far as it is known
 * @param result how its reading ended
 * @param listed how many rows its listings gave in this run
 * @param problem what went wrong, for people to read; null if nothing did
 */
public record SpaceOutcome(
        @Nullable SpaceId id,
        @Nullable String key,
        Result result,
        long listed,
        @Nullable String problem) {
    /** How the reading of a space ended. */
    public enum Result {
        /** Everything that was to be read of it was read. */
        READ,
        /** Its listing did not come to its end. Nothing is taken for deleted in it. */
        INCOMPLETE,
        /** It is not there, or the account may no longer see it. What is mirrored of it stays. */
        LOST,
        /** It has been archived. What is mirrored of it stays as it was. */
        ARCHIVED
    }
}
