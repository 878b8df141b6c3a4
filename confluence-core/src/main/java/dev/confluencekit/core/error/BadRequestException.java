package dev.confluencekit.core.error;

/** 400: Confluence did not accept the request as it stands; sending it again will not help. */
public class BadRequestException extends ConfluenceApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public BadRequestException(FailedCall call, ApiAnswer answer) {
        this(call, answer, "Check the parameters against the message.");
    }

    /**
     * For subclasses that know more of the reason.
     *
     * @param call what was tried
     * @param answer what came back
     * @param advice what to do, as one sentence
     */
    protected BadRequestException(FailedCall call, ApiAnswer answer, String advice) {
        super(call, answer, advice);
    }
}
