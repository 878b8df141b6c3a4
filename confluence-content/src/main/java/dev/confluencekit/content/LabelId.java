package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * The id of a label.
 *
 * @param value 1 to 20 digits
 */
public record LabelId(@JsonValue String value) {
    /** Refuses what cannot be such an id, so that it never reaches an address. */
    public LabelId {
        if (!IdForms.isNumber(value)) {
            throw new InvalidArgumentException("labelId", "must be 1 to 20 digits");
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
    public static LabelId of(String value) {
        return new LabelId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
