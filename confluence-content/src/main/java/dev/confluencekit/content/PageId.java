package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * The id of a page. v1 and v2 use the same ids.
 *
 * @param value 1 to 20 digits
 */
public record PageId(@JsonValue String value) {
    /** Refuses what cannot be such an id, so that it never reaches an address. */
    public PageId {
        if (!IdForms.isNumber(value)) {
            throw new InvalidArgumentException("pageId", "must be 1 to 20 digits");
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
    public static PageId of(String value) {
        return new PageId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
