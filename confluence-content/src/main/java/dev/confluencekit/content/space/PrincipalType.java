package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What somebody is to whom something is granted in spaces. The service owns the list and may extend it: a value that
 * is not among the constants is kept as it came.
 *
 * @param value the service's word
 */
public record PrincipalType(@JsonValue String value) {
    /** {@code USER}. */
    public static final PrincipalType USER = new PrincipalType("USER");

    /** {@code GROUP}. */
    public static final PrincipalType GROUP = new PrincipalType("GROUP");

    /** {@code ACCESS_CLASS}: such as all users, or anybody. */
    public static final PrincipalType ACCESS_CLASS = new PrincipalType("ACCESS_CLASS");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PrincipalType of(String value) {
        return new PrincipalType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
