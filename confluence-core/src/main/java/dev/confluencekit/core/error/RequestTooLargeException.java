package dev.confluencekit.core.error;

/** 413, 414 or 431: the request, its address or its headers are too large. */
public final class RequestTooLargeException extends ConfluenceApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public RequestTooLargeException(FailedCall call, ApiAnswer answer) {
        super(call, answer, "Ask for less at a time.");
    }
}
