package dev.confluencekit.testkit;

import dev.confluencekit.testkit.internal.access.Key;
import java.time.Instant;
import java.util.Set;

/**
 * A handle on an API key (Atlassian: API token) that a simulated account was given. Changes take
 * effect at the next request. Safe for use by many threads; {@code toString} never shows the key.
 */
public final class ApiKey {

    /** The scope that lists and reads spaces. */
    public static final String READ_SPACE = "read:space:confluence";

    /** The scope that lists and reads pages. */
    public static final String READ_PAGE = "read:page:confluence";

    /** The classic scope that reads the current user; {@link #READ_CONTENT_DETAILS} does it, too. */
    public static final String READ_USER = "read:confluence-user";

    /** The granular scope that reads the current user, among other things. */
    public static final String READ_CONTENT_DETAILS = "read:content-details:confluence";

    private final Key key;

    ApiKey(Key key) {
        this.key = key;
    }

    /**
     * Gives the text that a client sends as the Basic password. The only way to see it.
     *
     * @return the key
     */
    public String secret() {
        return key.secret();
    }

    /**
     * Gives the scopes.
     *
     * @return scope names; empty for an unscoped key
     */
    public Set<String> scopes() {
        return key.scopes().orElse(Set.of());
    }

    /**
     * Tells whether the key has scopes, and so works at the gateway only.
     *
     * @return true for a scoped key
     */
    public boolean scoped() {
        return key.scopes().isPresent();
    }

    /** Takes the key back: from now on it is as wrong as any other text. */
    public void revoke() {
        key.revoke();
    }

    /**
     * Lets the key die at an instant of the simulator's clock.
     *
     * @param instant the first instant at which it no longer works
     * @return this handle
     */
    public ApiKey expireAt(Instant instant) {
        key.expireAt(instant);
        return this;
    }

    @Override
    public String toString() {
        return "ApiKey[" + (scoped() ? "scopes=" + key.scopes().orElseThrow() : "unscoped") + ", secret=***]";
    }
}
