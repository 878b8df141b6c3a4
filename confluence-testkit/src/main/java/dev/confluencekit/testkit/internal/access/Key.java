package dev.confluencekit.testkit.internal.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One API key with its state. The secret never leaves by {@code toString}. */
public final class Key {

    private final String secret;
    private final @Nullable Set<String> scopes;
    private volatile boolean revoked;
    private volatile @Nullable Instant expiry;

    Key(String secret, @Nullable Set<String> scopes) {
        this.secret = secret;
        this.scopes = scopes;
    }

    /**
     * Gives the key text.
     *
     * @return the secret
     */
    public String secret() {
        return secret;
    }

    /**
     * Gives the scopes.
     *
     * @return scope names, or empty for an unscoped key
     */
    public Optional<Set<String>> scopes() {
        return Optional.ofNullable(scopes);
    }

    /** Makes the key invalid for good. */
    public void revoke() {
        revoked = true;
    }

    /**
     * Sets the end of its life.
     *
     * @param instant the first instant at which it is invalid
     */
    public void expireAt(Instant instant) {
        expiry = instant;
    }

    boolean worksAt(Instant now) {
        Instant end = expiry;
        return !revoked && (end == null || now.isBefore(end));
    }

    @Override
    public String toString() {
        return "Key[***]";
    }
}
