package dev.confluencekit.content.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether an account is in use. The service owns the list and may extend it: a value that is not among the constants
 * is kept as it came.
 *
 * @param value the service's word
 */
public record AccountStatus(@JsonValue String value) {
    /** {@code active}. */
    public static final AccountStatus ACTIVE = new AccountStatus("active");

    /** {@code inactive}. */
    public static final AccountStatus INACTIVE = new AccountStatus("inactive");

    /** {@code closed}. */
    public static final AccountStatus CLOSED = new AccountStatus("closed");

    /** {@code unknown}. */
    public static final AccountStatus UNKNOWN = new AccountStatus("unknown");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountStatus of(String value) {
        return new AccountStatus(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
