package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whose a role is. The service owns the list and may extend it: a value that is not among the constants is kept as it
 * came.
 *
 * @param value the service's word
 */
public record SpaceRoleType(@JsonValue String value) {
    /** {@code SYSTEM}: Confluence's own. */
    public static final SpaceRoleType SYSTEM = new SpaceRoleType("SYSTEM");

    /** {@code CUSTOM}: the organisation's own. */
    public static final SpaceRoleType CUSTOM = new SpaceRoleType("CUSTOM");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SpaceRoleType of(String value) {
        return new SpaceRoleType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
