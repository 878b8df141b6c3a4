package dev.confluencekit.core.secret;

/**
 * Gives a call its credential. It is asked anew at every attempt, so that a key that was exchanged in its store works
 * at once; it should answer quickly and be safe for use by many threads.
 */
@FunctionalInterface
public interface Authenticator {
    /**
     * The credential for the request that is about to be sent. It goes to the configured site or its gateway and
     * nowhere else.
     *
     * @return the credential
     * @throws dev.confluencekit.core.error.CredentialException if there is none; the call then fails without a
     *     request
     */
    Authorization authorize();
}
