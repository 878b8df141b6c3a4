package dev.confluencekit.auth;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.regex.Pattern;

/**
 * The name of a credential in its store.
 *
 * @param value 1 to 128 ASCII letters, digits, dots, dashes and underscores; case matters
 */
public record CredentialId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    /** Refuses other characters: ids become names of files and entries. */
    public CredentialId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidArgumentException(
                    "credentialId", "must be 1 to 128 letters, digits, dots, dashes or underscores");
        }
    }

    /**
     * Wraps an id.
     *
     * @param value the id
     * @return the id
     * @throws InvalidArgumentException if it is empty, too long or holds other characters
     */
    public static CredentialId of(String value) {
        return new CredentialId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
