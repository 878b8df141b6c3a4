package dev.confluencekit.integration.connection;

import dev.confluencekit.integration.message.IntegrationException;

/** A test of the connection did not pass; the report says why. */
public final class ConnectionFailedException extends IntegrationException {
    private static final long serialVersionUID = 1L;

    private final transient ConnectionReport report;

    /**
     * Wraps a report.
     *
     * @param report a report that is not {@link ConnectionReport#ok()}
     */
    public ConnectionFailedException(ConnectionReport report) {
        super(report.message());
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
