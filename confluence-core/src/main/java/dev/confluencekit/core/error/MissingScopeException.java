package dev.confluencekit.core.error;

/** 401 from the gateway with "scope does not match": the key is good but lacks a scope that this operation needs. */
public final class MissingScopeException extends ConfluenceApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public MissingScopeException(FailedCall call, ApiAnswer answer) {
        super(
                call,
                answer,
                "The API token is valid but lacks a scope for this operation: create one with the scope added.");
    }
}
