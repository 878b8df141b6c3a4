package dev.confluencekit.content.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether a user is somebody. The service owns the list and may extend it: a value that is not among the constants is
 * kept as it came.
 *
 * @param value the service's word
 */
public record UserType(@JsonValue String value) {
    /** {@code known}: an account. */
    public static final UserType KNOWN = new UserType("known");

    /** {@code user}: an account. */
    public static final UserType USER = new UserType("user");

    /** {@code unknown}: an account that is no more. */
    public static final UserType UNKNOWN = new UserType("unknown");

    /** {@code anonymous}: nobody; a refused key may be ignored and the call served like this. */
    public static final UserType ANONYMOUS = new UserType("anonymous");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UserType of(String value) {
        return new UserType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
