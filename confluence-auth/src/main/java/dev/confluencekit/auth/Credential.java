package dev.confluencekit.auth;

import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An Atlassian account and its API token, with what is known of the token's life. A token cannot be asked for its own
 * expiry, so both dates are what somebody stated. Never prints the token. Immutable.
 */
public final class Credential {
    private final String username;
    private final Secret apiKey;
    private final @Nullable Instant issuedAt;
    private final @Nullable Instant expiresAt;

    private Credential(String username, Secret apiKey, @Nullable Instant issuedAt, @Nullable Instant expiresAt) {
        this.username = username;
        this.apiKey = apiKey;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    /**
     * A credential of whose life nothing is known.
     *
     * @param username the email address of the Atlassian account
     * @param apiKey the API token, made at id.atlassian.com (not an organisation API key)
     * @return the credential
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the username is blank or holds a colon or a
     *     control character
     */
    public static Credential of(@Nullable String username, Secret apiKey) {
        return new Credential(Authorization.checkUsername(username), apiKey, null, null);
    }

    /**
     * Adds when the token was made.
     *
     * @param instant when it was made, as somebody stated
     * @return a copy with the date
     */
    public Credential issued(Instant instant) {
        return new Credential(username, apiKey, instant, expiresAt);
    }

    /**
     * Adds when the token ends.
     *
     * @param instant when it ends, as somebody stated
     * @return a copy with the date
     */
    public Credential expires(Instant instant) {
        return new Credential(username, apiKey, issuedAt, instant);
    }

    /**
     * The account.
     *
     * @return an email address
     */
    public String username() {
        return username;
    }

    /**
     * The token.
     *
     * @return the wrapped token
     */
    public Secret apiKey() {
        return apiKey;
    }

    /**
     * When the token was made.
     *
     * @return the stated date, or empty if nobody stated one
     */
    public Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    /**
     * When the token ends. Empty means unknown, not never.
     *
     * @return the stated date, or empty if nobody stated one
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credential that
                && username.equals(that.username)
                && apiKey.equals(that.apiKey)
                && Objects.equals(issuedAt, that.issuedAt)
                && Objects.equals(expiresAt, that.expiresAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(username, issuedAt, expiresAt);
    }

    /**
     * Account and dates.
     *
     * @return never the token
     */
    @Override
    public String toString() {
        return "Credential[" + username + ", •••" + (expiresAt == null ? "" : ", expires " + expiresAt) + "]";
    }
}
