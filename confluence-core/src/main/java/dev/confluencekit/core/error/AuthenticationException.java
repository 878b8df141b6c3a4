package dev.confluencekit.core.error;

/** 401: the key was refused. It is wrong, expired or revoked; a key that was fine before and is past its expiry date has expired. */
public final class AuthenticationException extends ConfluenceApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public AuthenticationException(FailedCall call, ApiAnswer answer) {
        super(
                call,
                answer,
                "Check the username (an email address) and the API token; make a new one at id.atlassian.com if it has expired or was revoked.");
    }
}
