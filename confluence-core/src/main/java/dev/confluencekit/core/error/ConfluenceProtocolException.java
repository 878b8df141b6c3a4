package dev.confluencekit.core.error;

/**
 * An answer arrived that is not what the operation promises: HTML instead of JSON, JSON of another shape, a redirect,
 * an unknown encoding. Typical causes are a wrong domain, single sign-on, a proxy or a firewall.
 */
public class ConfluenceProtocolException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final FailedCall call;
    private final int status;

    /**
     * Says what was tried and what was wrong with the answer.
     *
     * @param call what was tried
     * @param status the HTTP status of the answer
     * @param problem what was wrong with it, free of credentials, with what to do
     */
    public ConfluenceProtocolException(FailedCall call, int status, String problem) {
        super(call.line() + " → " + status + ", but " + problem + " (" + call.effort() + ").");
        this.call = call;
        this.status = status;
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
     * The HTTP status of the answer.
     *
     * @return for example 200 or 302
     */
    public int status() {
        return status;
    }
}
