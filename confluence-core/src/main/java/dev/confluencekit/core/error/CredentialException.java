package dev.confluencekit.core.error;

/** There is no credential to call Confluence with, or its store could not give it. Nothing was sent. */
public final class CredentialException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was looked for and where.
     *
     * @param message what was looked for, where, and what to do; never a credential
     */
    public CredentialException(String message) {
        super(message);
    }
}
