package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * The id of an Atlassian account. v1 and v2 use the same ids.
 *
 * @param value 1 to 128 letters, digits, colons, dashes and the like
 */
public record AccountId(@JsonValue String value) {
    /** Refuses what cannot be such an id, so that it never reaches an address. */
    public AccountId {
        if (!IdForms.isAccount(value)) {
            throw new InvalidArgumentException(
                    "accountId", "must be 1 to 128 letters, digits, colons, dashes and the like");
        }
    }

    /**
     * Wraps an id.
     *
     * @param value 1 to 128 letters, digits, colons, dashes and the like
     * @return the id
     * @throws InvalidArgumentException if it has another form
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
