package dev.confluencekit.integration.connection;

/** What a test of a connection comes to. */
public enum Verdict {
    /** Site, key and access to spaces are proved. */
    CONNECTED,
    /**
     * As {@link #CONNECTED}; something deserves attention: the account sees no space, or administers the site, which reading
     * does not need; the key ends within 30 days, or should have ended already; the site is near its rate limit or has asked
     * for a pause; the clocks are more than five minutes apart. That nobody has stated the end of a key is no warning.
     */
    CONNECTED_WITH_WARNINGS,
    /** The service refuses the key, or what it is to be used for; the message's code says why, as far as the answer tells. */
    REFUSED,
    /** No Confluence Cloud lives at the address. */
    NOT_CONFLUENCE,
    /** Nothing could be reached at the address. */
    UNREACHABLE,
    /** The answers prove neither that the key is good nor that it is not. Test again later. */
    COULD_NOT_TELL
}
