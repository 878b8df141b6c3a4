package dev.confluencekit.core.error;

/** 410: the operation has been withdrawn from this site for good. */
public final class GoneException extends ConfluenceApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public GoneException(FailedCall call, ApiAnswer answer) {
        super(call, answer, "This operation has been withdrawn by Atlassian; trying again will not help.");
    }
}
