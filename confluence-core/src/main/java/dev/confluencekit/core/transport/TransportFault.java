package dev.confluencekit.core.transport;

import dev.confluencekit.core.error.FaultKind;

/**
 * No whole response arrived. Its message is the library's own and holds nothing of what was sent; what the platform
 * said is in {@link #detail()} and may quote the peer, so it is to be redacted before it is shown.
 */
public final class TransportFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final FaultKind kind;
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
    public TransportFault(FaultKind kind, String message, String detail, int requestsSent) {
        this(kind, message, detail, requestsSent, 0);
    }

    private TransportFault(FaultKind kind, String message, String detail, int requestsSent, int status) {
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
        return new TransportFault(FaultKind.TOO_LARGE, "the answer is longer than " + limit + " bytes", "", 1, status);
    }

    /**
     * How the exchange failed.
     *
     * @return the kind
     */
    public FaultKind kind() {
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
     * @return the status for {@link FaultKind#TOO_LARGE}; otherwise 0
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
