package dev.confluencekit.integration.internal.connection;

import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.site.SiteCondition;
import dev.confluencekit.integration.connection.Check.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comes to light beside the questions of a test: network, key life, rate limit, clock. */
final class Surroundings {
    private static final Duration TOLERATED = Duration.ofMinutes(5);
    private static final int FEW_DAYS = 30;

    private final ConfluenceConnection connection;
    private final Findings findings;
    private final Instant start;
    private boolean answered;
    private boolean nearLimit;
    private @Nullable Duration clockDifference;

    Surroundings(ConfluenceConnection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
        this.start = connection.time().now();
    }

    /** To be called after each question, answered or not. */
    void look() {
        SiteCondition condition = connection.condition();
        Instant last = condition.answeredAt();
        if (last != null && !last.isBefore(start)) {
            answered = true;
            nearLimit |= condition.nearLimit();
            clockDifference = condition.clockDifference();
        }
    }

    /** Whether any answer has come during the test. */
    boolean hasAnswered() {
        return answered;
    }

    @Nullable
    Duration clockDifference() {
        return clockDifference;
    }

    /** The time by the service's clock if it is known. */
    Instant serverTime() {
        Instant now = connection.time().now();
        return clockDifference == null ? now : now.plus(clockDifference);
    }

    void judge(KeyLife life) {
        judgeNetwork();
        judgeKeyLife(life);
        judgeRateLimit();
        judgeClock();
    }

    private void judgeNetwork() {
        if (answered && !findings.has(Subject.NETWORK)) {
            boolean tls = "https".equals(connection.site().origin().getScheme());
            findings.passed(Subject.NETWORK, tls ? "network" : "network.plain", Map.of());
        }
    }

    private void judgeKeyLife(KeyLife life) {
        Map<String, String> known = Map.of(
                "end",
                KeyRefusal.day(life.endsAt()),
                "days",
                String.valueOf(life.daysLeft(serverTime()).orElse(0)),
                "source",
                life.source() == KeyLife.Source.STATED
                        ? findings.word("check.key-life.stated")
                        : findings.word("check.key-life.at-the-latest"));
        if (findings.isKeyExpired()) {
            findings.failed(Subject.KEY_LIFE, "key-life.expired", known);
        } else if (!findings.isKeyAccepted()) {
            return;
        } else if (life.source() == KeyLife.Source.UNKNOWN) {
            findings.noted(Subject.KEY_LIFE, "key-life.unknown", Map.of());
        } else if (life.isOver(serverTime())) {
            findings.warned(Subject.KEY_LIFE, "key-life.over", known);
        } else if (life.daysLeft(serverTime()).orElse(0) <= FEW_DAYS) {
            findings.warned(Subject.KEY_LIFE, "key-life.soon", known);
        } else {
            findings.passed(Subject.KEY_LIFE, "key-life", known);
        }
    }

    private void judgeRateLimit() {
        Duration pause = connection.condition().pauseLeft();
        if (!pause.isZero()) {
            String seconds = String.valueOf(Math.max(1, pause.toSeconds()));
            findings.warned(Subject.RATE_LIMIT, "rate-limit.pause", Map.of("seconds", seconds));
        } else if (nearLimit) {
            findings.warned(Subject.RATE_LIMIT, "rate-limit.near", Map.of());
        } else if (answered) {
            findings.passed(Subject.RATE_LIMIT, "rate-limit", Map.of());
        }
    }

    private void judgeClock() {
        Duration difference = clockDifference;
        if (difference == null) {
            if (answered) {
                findings.unknown(Subject.CLOCK, "clock.unknown");
            }
            return;
        }
        Map<String, String> seconds =
                Map.of("seconds", String.valueOf(difference.abs().toSeconds()));
        if (difference.abs().compareTo(TOLERATED) <= 0) {
            findings.passed(Subject.CLOCK, "clock", seconds);
        } else {
            findings.warned(Subject.CLOCK, difference.isNegative() ? "clock.fast" : "clock.slow", seconds);
        }
    }
}
