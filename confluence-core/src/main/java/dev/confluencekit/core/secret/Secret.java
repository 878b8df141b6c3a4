package dev.confluencekit.core.secret;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A value that never prints: an API key, a password. Its text comes out only through {@link #reveal()}; it is not
 * serializable. Immutable and safe for use by many threads.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a secret. Nothing of the value appears in the exception if it cannot be used.
     *
     * @param value the secret
     * @return the wrapped secret
     * @throws InvalidArgumentException if it is null or blank, begins or ends with white space, or holds control
     *     characters (a line break that came along when it was pasted, as a rule) or half a surrogate pair
     */
    public static Secret of(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidArgumentException("apiKey", "is missing");
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidArgumentException("apiKey", "holds a line break or another control character");
        }
        if (isSpace(value.codePointAt(0)) || isSpace(value.codePointBefore(value.length()))) {
            throw new InvalidArgumentException("apiKey", "begins or ends with white space");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new InvalidArgumentException("apiKey", "holds half a surrogate pair, which is no character");
        }
        return new Secret(value);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /**
     * Gives the secret in the clear. Use it as late and as shortly as possible.
     *
     * @return the value
     */
    public String reveal() {
        return value;
    }

    /**
     * Compares in constant time.
     *
     * @param other another object
     * @return true for a secret of the same value
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes(), that.bytes());
    }

    /**
     * A constant, so that nothing about the value can be learnt from it.
     *
     * @return the same for every secret
     */
    @Override
    public int hashCode() {
        return 1;
    }

    /**
     * A fixed mask.
     *
     * @return the same for every secret
     */
    @Override
    public String toString() {
        return "Secret[•••]";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
