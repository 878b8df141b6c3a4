package dev.confluencekit.core.error;

/** 404: missing, or not visible to this account; Confluence does not tell which, on purpose. */
public final class NotFoundException extends ConfluenceApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public NotFoundException(FailedCall call, ApiAnswer answer) {
        super(call, answer, "It does not exist or this account may not see it.");
    }
}
