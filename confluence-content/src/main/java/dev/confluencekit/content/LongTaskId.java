package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * The id of work that goes on after its request was answered.
 *
 * @param value 1 to 64 letters, digits and dashes
 */
public record LongTaskId(@JsonValue String value) {
    /** Refuses what cannot be such an id, so that it never reaches an address. */
    public LongTaskId {
        if (!IdForms.isContent(value)) {
            throw new InvalidArgumentException("longTaskId", "must be 1 to 64 letters, digits and dashes");
        }
    }

    /**
     * Wraps an id.
     *
     * @param value 1 to 64 letters, digits and dashes
     * @return the id
     * @throws InvalidArgumentException if it has another form
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LongTaskId of(String value) {
        return new LongTaskId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
