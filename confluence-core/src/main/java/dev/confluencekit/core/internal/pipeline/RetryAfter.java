package dev.confluencekit.core.internal.pipeline;

import java.math.BigInteger;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;

/**
 * How long the service asks to wait: {@code Retry-After} as seconds or as an HTTP date, else {@code X-RateLimit-Reset}.
 * Dates are measured against the answer's own {@code Date}, not against the local clock. What is neither counts as
 * missing; of several the largest counts.
 */
final class RetryAfter {
    /** Far beyond every deadline, and still safe to add to an instant. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private RetryAfter() {}

    static Optional<Duration> of(HttpHeaders headers, Instant localNow) {
        Instant now = headers.firstValue("date").flatMap(RetryAfter::httpDate).orElse(localNow);
        Optional<Duration> asked = headers.allValues("retry-after").stream()
                .map(value -> seconds(value).or(() -> httpDate(value).map(date -> between(now, date))))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        return asked.or(() -> headers.firstValue("x-ratelimit-reset")
                .flatMap(RetryAfter::isoInstant)
                .map(reset -> between(now, reset)));
    }

    private static Optional<Duration> seconds(String value) {
        if (value.isEmpty() || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        BigInteger seconds = new BigInteger(value.length() > 40 ? value.substring(0, 40) : value);
        boolean absurd = seconds.compareTo(BigInteger.valueOf(LONGEST.toSeconds())) > 0;
        return Optional.of(absurd ? LONGEST : Duration.ofSeconds(seconds.longValueExact()));
    }

    static Optional<Instant> httpDate(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> isoInstant(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration between(Instant now, Instant then) {
        Duration wait = Duration.between(now, then);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
