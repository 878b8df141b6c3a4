package dev.confluencekit.core.error;

/** No usable answer arrived: the connection could not be made, was lost, was cut off, or took too long. */
public final class ConfluenceTransportException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final FailedCall call;
    private final FaultKind kind;

    /**
     * Says what was tried and how it failed.
     *
     * @param call what was tried
     * @param kind how it failed
     * @param detail what is known of it, free of credentials
     */
    public ConfluenceTransportException(FailedCall call, FaultKind kind, String detail) {
        super(call.line() + (call.attempts() == 0 ? " was not sent: " : " got no usable answer: ") + detail + " ("
                + call.effort() + "). " + kind.advice());
        this.call = call;
        this.kind = kind;
    }

    /**
     * What was tried.
     *
     * @return the call
     */
    public FailedCall call() {
        return call;
    }

    /**
     * How it failed.
     *
     * @return the kind of fault of the last attempt
     */
    public FaultKind kind() {
        return kind;
    }
}
