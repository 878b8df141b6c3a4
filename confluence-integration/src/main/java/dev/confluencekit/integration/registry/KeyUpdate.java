package dev.confluencekit.integration.registry;

import dev.confluencekit.core.secret.Secret;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A new key for an integration. Immutable; never prints the key. */
public final class KeyUpdate {
    final @Nullable Secret apiKey;
    final @Nullable LocalDate issued;
    final @Nullable LocalDate expires;

    private KeyUpdate(@Nullable Secret apiKey, @Nullable LocalDate issued, @Nullable LocalDate expires) {
        this.apiKey = apiKey;
        this.issued = issued;
        this.expires = expires;
    }

    /**
     * A new key of whose end nothing is known.
     *
     * @param apiKey an API token of the same account
     * @return the update
     */
    public static KeyUpdate of(Secret apiKey) {
        return new KeyUpdate(apiKey, null, null);
    }

    /**
     * Adds the day on which the key was made.
     *
     * @param day a day that is not in the future
     * @return a copy with the day
     */
    public KeyUpdate issued(LocalDate day) {
        return new KeyUpdate(apiKey, day, expires);
    }

    /**
     * Adds the day on which the key expires.
     *
     * @param day a day in the future, at most 365 days away
     * @return a copy with the day
     */
    public KeyUpdate expires(LocalDate day) {
        return new KeyUpdate(apiKey, issued, day);
    }

    @Override
    public String toString() {
        return "KeyUpdate[•••" + (expires == null ? "" : ", expires " + expires) + "]";
    }
}
