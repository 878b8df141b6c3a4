package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * The id of a property of content or of a space.
 *
 * @param value 1 to 20 digits
 */
public record PropertyId(@JsonValue String value) {
    /** Refuses what cannot be such an id, so that it never reaches an address. */
    public PropertyId {
        if (!IdForms.isNumber(value)) {
            throw new InvalidArgumentException("propertyId", "must be 1 to 20 digits");
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
    public static PropertyId of(String value) {
        return new PropertyId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
