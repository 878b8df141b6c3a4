package dev.confluencekit.integration.registry;

import dev.confluencekit.core.secret.Secret;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new key for an integration. Immutable; never prints the key. */
public final class KeyUpdate {
    final @Nullable Secret apiKey;
    final @Nullable LocalDate issued;
    final @Nullable LocalDate expires;
    /** What a form holds beside, as it was typed. */
    final Map<String, String> typed;

    private KeyUpdate(
            @Nullable Secret apiKey,
            @Nullable LocalDate issued,
            @Nullable LocalDate expires,
            Map<String, String> typed) {
        this.apiKey = apiKey;
        this.issued = issued;
        this.expires = expires;
        this.typed = typed;
    }

    /**
     * A new key of whose end nothing is known.
     *
     * @param apiKey an API token of the same account
     * @return the update
     */
    public static KeyUpdate of(Secret apiKey) {
        return new KeyUpdate(apiKey, null, null, Map.of());
    }

    /**
     * From the values of a form: {@code apiKey}, {@code keyIssued}, {@code keyExpires} (days as {@code 2027-03-01}; may be
     * empty). Others are ignored. Nothing is checked before {@link IntegrationRegistry#updateApiKey}.
     *
     * @param form what was typed, unchecked
     * @return the update
     */
    public static KeyUpdate fromForm(Map<String, String> form) {
        return new KeyUpdate(null, null, null, Map.copyOf(form));
    }

    /**
     * Adds the day on which the key was made.
     *
     * @param day a day that is not in the future
     * @return a copy with the day
     */
    public KeyUpdate issued(LocalDate day) {
        return new KeyUpdate(apiKey, day, expires, typed);
    }

    /**
     * Adds the day on which the key expires.
     *
     * @param day today or later, at most 365 days after the day of issue
     * @return a copy with the day
     */
    public KeyUpdate expires(LocalDate day) {
        return new KeyUpdate(apiKey, issued, day, typed);
    }

    @Override
    public String toString() {
        return "KeyUpdate[•••" + (expires == null ? "" : ", expires " + expires) + "]";
    }
}
