package dev.confluencekit.core.error;

/** An answer was longer than the byte limit, counted after decompression, and was cut off. */
public final class ResponseTooLargeException extends ConfluenceProtocolException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    /**
     * Says what was tried and which limit was crossed.
     *
     * @param call what was tried
     * @param status the HTTP status of the answer
     * @param limit the limit in bytes
     */
    public ResponseTooLargeException(FailedCall call, int status, long limit) {
        super(
                call,
                status,
                "the answer is longer than the limit of " + limit
                        + " bytes; ask for less at a time or raise the limit of the runtime");
        this.limit = limit;
    }

    /**
     * The limit that was crossed.
     *
     * @return bytes
     */
    public long limit() {
        return limit;
    }
}
