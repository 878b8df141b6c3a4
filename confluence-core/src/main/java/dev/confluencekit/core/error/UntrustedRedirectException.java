package dev.confluencekit.core.error;

/**
 * A download was redirected to an address that is not followed: another host than Atlassian's media hosts, plain http, back to
 * the site, or too many times in a row. Nothing was sent there.
 */
public final class UntrustedRedirectException extends ConfluenceProtocolException {
    private static final long serialVersionUID = 1L;

    private final String host;

    /**
     * Says what was tried and where it was sent to.
     *
     * @param call what was tried
     * @param status the HTTP status of the redirect
     * @param host the host that it named, or what there was instead of one
     * @param problem why it is not followed
     */
    public UntrustedRedirectException(FailedCall call, int status, String host, String problem) {
        super(call, status, "the redirect to " + host + " is not followed: " + problem);
        this.host = host;
    }

    /**
     * Where the redirect led to.
     *
     * @return the host, or words for an address without one
     */
    public String host() {
        return host;
    }
}
