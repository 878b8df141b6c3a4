package dev.confluencekit.integration;

import dev.confluencekit.core.error.ConfluenceException;

/** A test of the connection did not pass; the report says why. */
public final class ConnectionFailedException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final transient ConnectionReport report;

    ConnectionFailedException(ConnectionReport report) {
        super(report.site() + ": " + report.summary() + (report.advice().isEmpty() ? "" : " " + report.advice()));
        this.report = report;
    }

    /**
     * What was found out.
     *
     * @return the report
     */
    public ConnectionReport report() {
        return report;
    }
}
