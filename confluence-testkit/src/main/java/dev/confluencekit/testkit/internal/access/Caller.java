package dev.confluencekit.testkit.internal.access;

import org.jspecify.annotations.Nullable;

/**
 * What the credentials of a request turned out to be.
 *
 * @param credentials whether there were any, and whether they held
 * @param account the account, if they held
 * @param key the key, if they held
 */
public record Caller(
        Credentials credentials,
        @Nullable Account account,
        @Nullable Key key) {

    /** The worth of a request's credentials. */
    public enum Credentials {
        /** No {@code Authorization} header. */
        ABSENT,
        /** Unknown account, wrong, revoked or expired key, or another scheme than Basic. */
        REFUSED,
        /** A known account and a key that works now. */
        GOOD
    }

    static Caller unknown(Credentials credentials) {
        return new Caller(credentials, null, null);
    }
}
