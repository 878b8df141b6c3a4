package dev.confluencekit.core.error;

/** 429 (or a 403 with a time to come back): too many requests for this site. Nothing was carried out. */
public final class RateLimitedException extends ConfluenceApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public RateLimitedException(FailedCall call, ApiAnswer answer) {
        super(call, answer, "Wait until then; all keys of a site share one allowance.");
    }
}
