package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.site.SiteCondition;
import dev.confluencekit.core.transport.TransportResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the answers to a connection tell of the site's clock and limits. */
public final class AnswerSigns {
    private volatile @Nullable Instant lastAt;
    private volatile @Nullable Duration clockDifference;
    private volatile boolean nearLimit;

    /** An answer came just now. */
    void saw(TransportResponse answer, Instant now) {
        lastAt = now;
        nearLimit = isNearLimit(answer);
        answer.header("date")
                .flatMap(RetryAfter::httpDate)
                .ifPresent(date -> clockDifference =
                        Duration.ofSeconds(Duration.between(now, date).toMillis() / 1_000));
    }

    static boolean isNearLimit(TransportResponse answer) {
        return "true".equalsIgnoreCase(answer.header("x-ratelimit-nearlimit").orElse(""));
    }

    SiteCondition with(Duration pauseLeft) {
        return new SiteCondition(lastAt, clockDifference, nearLimit, pauseLeft);
    }
}
