package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How far a site has gone from permissions to roles. The service owns the list and may extend it: a value that is not
 * among the constants is kept as it came.
 *
 * @param value the service's word
 */
public record SpaceRoleMode(@JsonValue String value) {
    /** {@code PRE_ROLES}: permissions only. */
    public static final SpaceRoleMode PRE_ROLES = new SpaceRoleMode("PRE_ROLES");

    /** {@code ROLES_TRANSITION}: both. */
    public static final SpaceRoleMode ROLES_TRANSITION = new SpaceRoleMode("ROLES_TRANSITION");

    /** {@code ROLES}: roles only; permissions cannot be written one by one. */
    public static final SpaceRoleMode ROLES = new SpaceRoleMode("ROLES");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SpaceRoleMode of(String value) {
        return new SpaceRoleMode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
