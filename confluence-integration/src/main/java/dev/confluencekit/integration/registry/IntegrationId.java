package dev.confluencekit.integration.registry;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.regex.Pattern;

/**
 * The id of an integration; made by the registry, never reused.
 *
 * @param value 1 to 64 ASCII letters, digits and dashes
 */
public record IntegrationId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** Refuses other characters: ids become names of files and credentials. */
    public IntegrationId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidArgumentException("integrationId", "must be 1 to 64 letters, digits or dashes");
        }
    }

    /**
     * Wraps an id.
     *
     * @param value the id
     * @return the id
     * @throws InvalidArgumentException if it is empty, too long or holds other characters
     */
    public static IntegrationId of(String value) {
        return new IntegrationId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
