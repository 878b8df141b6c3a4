package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * The id of a space (not its key). v1 and v2 use the same ids.
 *
 * @param value 1 to 20 digits
 */
public record SpaceId(@JsonValue String value) {
    /** Refuses what cannot be such an id, so that it never reaches an address. */
    public SpaceId {
        if (!IdForms.isNumber(value)) {
            throw new InvalidArgumentException("spaceId", "must be 1 to 20 digits");
        }
    }

    /**
     * Wraps an id.
     *
     * @param value 1 to 20 digits
     * @return the id
     * @throws InvalidArgumentException if it has another form
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SpaceId of(String value) {
        return new SpaceId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
