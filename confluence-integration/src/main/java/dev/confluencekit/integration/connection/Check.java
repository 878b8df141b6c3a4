package dev.confluencekit.integration.connection;

/**
 * One check of a connection test.
 *
 * @param subject what was checked
 * @param title what was checked, in words
 * @param result how it ended
 * @param seen what was seen; empty if there is nothing to say
 * @param todo what to do; empty if there is nothing to do
 */
public record Check(Subject subject, String title, Result result, String seen, String todo) {
    /** What is checked, in the order in which it is checked. */
    public enum Subject {
        /** The address is well formed. */
        ADDRESS,
        /** A Confluence Cloud lives there. */
        SITE,
        /** TLS and the proxy, if any, let the library through. */
        NETWORK,
        /** The key is accepted, and as which account. */
        KEY,
        /** The service took the caller for somebody. */
        NOT_ANONYMOUS,
        /** The way that the key takes: the site's host, or the gateway. */
        ROUTE,
        /** Spaces can be read. */
        SPACES,
        /** The account is not an administrator, which a reader of documents need not be. */
        ADMINISTRATOR,
        /** How long the key lives. */
        KEY_LIFE,
        /** Whether the site asks its callers to slow down. */
        RATE_LIMIT,
        /** How far this machine's clock and the service's are apart. */
        CLOCK
    }

    /** How a check ended. */
    public enum Result {
        /** It held. */
        PASSED,
        /** It held, or is not needed, but deserves attention. */
        WARNING,
        /** It did not hold. */
        FAILED,
        /** It was not reached, or could not be decided; then {@link Check#seen()} says why. */
        NOT_REACHED
    }
}
