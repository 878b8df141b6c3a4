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

    /**
     * Is told that the service has refused a credential with a 401 for good: on each route that there is for it, and with
     * nothing newer to be had from {@link #authorize()}. A credential that only lacks a scope is not reported. Called on the
     * thread of the call, before the call fails; it should return quickly. What it throws is logged and changes nothing.
     *
     * @param authorization the credential that was refused
     */
    default void refused(Authorization authorization) {}
}
