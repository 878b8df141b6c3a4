package dev.confluencekit.core.error;

/** 5xx: Confluence or its edge failed. */
public final class ServerErrorException extends ConfluenceApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public ServerErrorException(FailedCall call, ApiAnswer answer) {
        super(call, answer, "This is on Atlassian's side; try again later.");
    }
}
