package dev.confluencekit.integration.internal.connection;

import dev.confluencekit.auth.KeyLife;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key before it is tested.
 *
 * @param life its end, as far as it is known
 * @param acceptedAt when this very key was last seen to be accepted, or null if it never was
 */
public record KeyHistory(KeyLife life, @Nullable Instant acceptedAt) {
    private static final KeyHistory NONE = new KeyHistory(KeyLife.unknown(), null);

    /** Nothing is known. */
    public static KeyHistory none() {
        return NONE;
    }
}
