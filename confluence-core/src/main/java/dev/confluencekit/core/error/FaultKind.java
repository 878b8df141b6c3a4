package dev.confluencekit.core.error;

/** How an exchange failed. */
public enum FaultKind {
    /** Nobody listens at the address. */
    CONNECTION_REFUSED(false, "Check the domain, the network and the proxy."),
    /** The host's name is not known. */
    UNKNOWN_HOST(false, "Check the domain for typing errors."),
    /** No connection within the connect time limit. */
    CONNECT_TIMEOUT(false, "Check the network and the proxy."),
    /** The TLS handshake failed for good: an untrusted certificate, another host's, or no TLS at all. */
    TLS(false, "If a proxy inspects TLS, give the runtime an SSL context that trusts its authority."),
    /** The connection was lost before the TLS handshake was finished. */
    HANDSHAKE_LOST(false, "Check the network and the proxy."),
    /** The proxy on the way made no connection to the site; it may want a login, which the library cannot give. */
    PROXY_REFUSED(false, "Check which proxy is used, and that it lets this host reach the site without a login."),
    /** The time limit passed after the request had been sent, wholly or in part. */
    TIMEOUT(true, "The service or the network is slow; try again later or raise the time limit."),
    /** The call's time was used up before the request could be sent. */
    NOT_SENT_IN_TIME(false, "Too many calls wait for this site; try again later or raise the time limit."),
    /** So many calls wait for this site already that this one was turned away before anything was sent. */
    TOO_MANY_WAITING(false, "Make fewer calls to this site at once."),
    /** The connection was lost before an answer began. */
    CONNECTION_LOST(true, "The connection was lost; try again later."),
    /** The connection was lost in the middle of the answer, or the answer is shorter than it should be. */
    INCOMPLETE_BODY(true, "The connection was lost; try again later."),
    /** What came back is not HTTP as it should be. */
    PROTOCOL(true, "Check that the domain, and not something else, answers at this address."),
    /** The answer is longer than the byte limit. */
    TOO_LARGE(true, "Ask for less at a time or raise the byte limit.");

    private final boolean sent;
    private final String advice;

    FaultKind(boolean sent, String advice) {
        this.sent = sent;
        this.advice = advice;
    }

    /**
     * Whether the request may have reached the application.
     *
     * @return false if it certainly did not
     */
    public boolean mayHaveReachedServer() {
        return sent;
    }

    /**
     * What to do about it.
     *
     * @return one sentence
     */
    public String advice() {
        return advice;
    }
}
