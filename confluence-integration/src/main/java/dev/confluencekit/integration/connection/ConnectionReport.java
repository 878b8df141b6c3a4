package dev.confluencekit.integration.connection;

import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.integration.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a test of the connection found out. Holds no credential.
 *
 * @param site the host of the site
 * @param verdict what it comes to
 * @param message the verdict in words, with its code and what to do
 * @param checks what was checked, in order; all of them, also those that were not reached
 * @param account the account that the key stands for, if the service named it
 * @param route the way that the key takes, if one worked
 * @param cloudId the site's cloud id, if it was found; worth storing
 * @param keyLife what is known of the key's end
 * @param retryAt the earliest time for another test, if the service named one
 * @param clockDifference the service's clock minus this machine's, to the second, if it is known
 * @param testedAt when the test ended, by this machine's clock
 */
public record ConnectionReport(
        String site,
        Verdict verdict,
        Message message,
        List<Check> checks,
        @Nullable Account account,
        @Nullable SiteRoute route,
        @Nullable String cloudId,
        KeyLife keyLife,
        @Nullable Instant retryAt,
        @Nullable Duration clockDifference,
        Instant testedAt) {
    /** Copies the list. */
    public ConnectionReport {
        checks = List.copyOf(checks);
    }

    /**
     * One of the checks.
     *
     * @param subject what was checked
     * @return how it ended
     * @throws java.util.NoSuchElementException if this report does not have it; those of the library have all
     */
    public Check check(Check.Subject subject) {
        return checks.stream()
                .filter(check -> check.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Whether the integration can be used.
     *
     * @return true for {@link Verdict#CONNECTED} and {@link Verdict#CONNECTED_WITH_WARNINGS}
     */
    public boolean ok() {
        return verdict == Verdict.CONNECTED || verdict == Verdict.CONNECTED_WITH_WARNINGS;
    }

    /**
     * Throws unless the integration can be used.
     *
     * @return this report
     * @throws ConnectionFailedException if {@link #ok()} is false
     */
    public ConnectionReport orThrow() {
        if (!ok()) {
            throw new ConnectionFailedException(this);
        }
        return this;
    }

    /**
     * The report for people, several lines long.
     *
     * @return the message, with what was seen in each check
     */
    @Override
    public String toString() {
        String lines = checks.stream().map(ConnectionReport::line).collect(Collectors.joining());
        return message.text() + lines + (message.hint().isEmpty() ? "" : "\n  " + message.hint());
    }

    private static String line(Check check) {
        return "\n  " + sign(check.result()) + " " + check.title()
                + (check.seen().isEmpty() ? "" : ": " + check.seen());
    }

    private static String sign(Check.Result result) {
        return switch (result) {
            case PASSED -> "[ok]";
            case WARNING -> "[warning]";
            case FAILED -> "[failed]";
            case NOT_REACHED -> "[not reached]";
        };
    }
}
