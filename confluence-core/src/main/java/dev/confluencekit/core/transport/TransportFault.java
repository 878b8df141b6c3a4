package dev.confluencekit.core.transport;

/**
 * No whole response arrived. Its message is the library's own and holds nothing of what was sent; what the platform
 * said is in {@link #detail()} and may quote the peer, so it is to be redacted before it is shown.
 */
public final class TransportFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** How an exchange failed. */
    public enum Kind {
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
        /** The time limit passed after the request had been sent, wholly or in part. */
        TIMEOUT(true, "The service or the network is slow; try again later or raise the time limit."),
        /** The call's time was used up before the request could be sent. */
        NOT_SENT_IN_TIME(false, "Too many calls wait for this site; try again later or raise the time limit."),
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

        Kind(boolean sent, String advice) {
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

    private final Kind kind;
    private final String detail;
    private final int requestsSent;
    private final int status;

    /**
     * Describes a failed exchange.
     *
     * @param kind how it failed
     * @param message the library's own words
     * @param detail what the platform or the peer said; to be redacted before it is shown
     * @param requestsSent how many requests the transport may have put on the wire for this one exchange
     */
    public TransportFault(Kind kind, String message, String detail, int requestsSent) {
        this(kind, message, detail, requestsSent, 0);
    }

    private TransportFault(Kind kind, String message, String detail, int requestsSent, int status) {
        super(message);
        this.kind = kind;
        this.detail = detail;
        this.requestsSent = requestsSent;
        this.status = status;
    }

    /**
     * The answer is longer than the byte limit and was cut off.
     *
     * @param status the HTTP status of the answer
     * @param limit the limit in bytes
     * @return a fault
     */
    public static TransportFault tooLarge(int status, long limit) {
        return new TransportFault(Kind.TOO_LARGE, "the answer is longer than " + limit + " bytes", "", 1, status);
    }

    /**
     * How the exchange failed.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * What the platform or the peer said.
     *
     * @return a text that is to be redacted and then shortened before it is shown; may be empty
     */
    public String detail() {
        return detail;
    }

    /**
     * The HTTP status of the answer that was cut off, where it matters.
     *
     * @return the status for {@link Kind#TOO_LARGE}; otherwise 0
     */
    public int status() {
        return status;
    }

    /**
     * How many requests may have gone out: the JDK client silently sends a GET a second time when the connection is
     * lost before an answer begins.
     *
     * @return 0, 1 or 2
     */
    public int requestsSent() {
        return requestsSent;
    }
}
