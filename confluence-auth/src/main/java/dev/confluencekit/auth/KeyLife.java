package dev.confluencekit.auth;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an API key's end. A key cannot be asked for it: an end is what somebody stated, or, if only the day of
 * issue was stated, the latest that Atlassian allows (365 days after it). Unknown is unknown and never means "never".
 * Days are counted by the calendar in UTC.
 *
 * @param endsAt the end, or null if nothing is known
 * @param source how the end is known
 */
public record KeyLife(@Nullable Instant endsAt, Source source) {
    /** The longest life of an API token at Atlassian. */
    public static final Duration LONGEST = Duration.ofDays(365);

    private static final KeyLife UNKNOWN_LIFE = new KeyLife(null, Source.UNKNOWN);

    /** Refuses an end without a source, and a source without an end. */
    public KeyLife {
        if ((endsAt == null) != (source == Source.UNKNOWN)) {
            throw new InvalidArgumentException("endsAt", "is to be there unless the source is UNKNOWN");
        }
    }

    /** How the end of a key is known. */
    public enum Source {
        /** Somebody stated it. */
        STATED,
        /** Reckoned from the day of issue: it ends then at the latest. */
        AT_THE_LATEST,
        /** Nobody stated anything. */
        UNKNOWN
    }

    /**
     * What is known of a credential's key.
     *
     * @param credential the credential
     * @return its life
     */
    public static KeyLife of(Credential credential) {
        return credential
                .expiresAt()
                .map(end -> new KeyLife(end, Source.STATED))
                .or(() -> credential.issuedAt().map(issue -> new KeyLife(issue.plus(LONGEST), Source.AT_THE_LATEST)))
                .orElse(UNKNOWN_LIFE);
    }

    /**
     * The life of a key of which nothing is known.
     *
     * @return a life without an end, which is not an endless one
     */
    public static KeyLife unknown() {
        return UNKNOWN_LIFE;
    }

    /**
     * The end, if it is known.
     *
     * @return the end, or empty if nothing is known
     */
    public Optional<Instant> end() {
        return Optional.ofNullable(endsAt);
    }

    /**
     * The days from a day to the last one.
     *
     * @param now the time to count from, by the server's clock if that is known
     * @return 0 on the last day, negative after it, empty if nothing is known
     */
    public OptionalLong daysLeft(Instant now) {
        return endsAt == null ? OptionalLong.empty() : OptionalLong.of(ChronoUnit.DAYS.between(day(now), day(endsAt)));
    }

    /**
     * Whether the key has ended, as far as is known.
     *
     * @param now the time to judge by, by the server's clock if that is known
     * @return false if nothing is known
     */
    public boolean isOver(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
