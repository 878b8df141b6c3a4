package dev.confluencekit.integration;

import dev.confluencekit.core.site.SiteRoute;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a test of the connection found out. Holds no credential.
 *
 * @param site the host of the site
 * @param outcome what it comes to
 * @param summary the outcome in one sentence
 * @param advice what to do, in one or two sentences; empty if nothing
 * @param checks what was checked, in order
 * @param accountId the account that the key stands for, if the service named it
 * @param accountName its name, if the service named it
 * @param route the way that the key takes, if one worked
 * @param cloudId the site's cloud id, if it was found; worth storing
 * @param retryAt the earliest time for another test, if the service named one
 * @param testedAt when the test ended
 */
public record ConnectionReport(
        String site,
        Outcome outcome,
        String summary,
        String advice,
        List<Check> checks,
        @Nullable String accountId,
        @Nullable String accountName,
        @Nullable SiteRoute route,
        @Nullable String cloudId,
        @Nullable Instant retryAt,
        Instant testedAt) {
    /** Copies the list. */
    public ConnectionReport {
        checks = List.copyOf(checks);
    }

    /** What a test comes to. */
    public enum Outcome {
        /** Site, key and access to spaces are proved. */
        CONNECTED,
        /** No Confluence Cloud lives at the address. */
        WRONG_DOMAIN,
        /** A Confluence lives there that is not supported yet (Data Center). */
        NOT_SUPPORTED,
        /** There is no credential, or its store cannot give it; the key was not tried. */
        NO_CREDENTIAL,
        /** The key was refused: wrong, expired or revoked. */
        KEY_REFUSED,
        /** The service took the key for nobody's and answered as to the public: as good as refused. */
        KEY_IGNORED,
        /** The key is good but lacks a scope. */
        SCOPE_MISSING,
        /** The answers prove neither that the key is good nor that it is not. Test again later. */
        COULD_NOT_TELL
    }

    /** How one check ended. */
    public enum Result {
        /** It held. */
        PASSED,
        /** It did not hold. */
        FAILED,
        /** It could not be decided. */
        UNDECIDED,
        /** It was not reached. */
        SKIPPED
    }

    /**
     * One check.
     *
     * @param name what was checked
     * @param result how it ended
     * @param detail what was seen
     */
    public record Check(String name, Result result, String detail) {}

    /**
     * Whether the integration can be used.
     *
     * @return true for {@link Outcome#CONNECTED} only
     */
    public boolean ok() {
        return outcome == Outcome.CONNECTED;
    }

    /**
     * Throws unless the integration can be used.
     *
     * @return this report
     * @throws ConnectionFailedException if the outcome is not {@link Outcome#CONNECTED}
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
     * @return summary, checks and advice
     */
    @Override
    public String toString() {
        String lines = checks.stream()
                .map(check -> "\n  " + sign(check.result()) + " " + check.name()
                        + (check.detail().isEmpty() ? "" : ": " + check.detail()))
                .collect(Collectors.joining());
        return site + ": " + summary + lines + (advice.isEmpty() ? "" : "\n  " + advice);
    }

    private static String sign(Result result) {
        return switch (result) {
            case PASSED -> "[ok]";
            case FAILED -> "[failed]";
            case UNDECIDED -> "[unclear]";
            case SKIPPED -> "[not reached]";
        };
    }
}
