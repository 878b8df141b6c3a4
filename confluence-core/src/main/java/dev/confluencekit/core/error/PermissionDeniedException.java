package dev.confluencekit.core.error;

/** 403: the account may not do this, has no Confluence licence, or the request arrived as nobody. Under load the edge of the service sends passing 403s too. */
public final class PermissionDeniedException extends ConfluenceApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public PermissionDeniedException(FailedCall call, ApiAnswer answer) {
        super(
                call,
                answer,
                "Check that the account may use Confluence and this content, and that the key is an API token from id.atlassian.com, not an organisation API key.");
    }
}
