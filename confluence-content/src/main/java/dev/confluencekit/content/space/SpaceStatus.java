package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether a space is in use. The service owns the list and may extend it: a value that is not among the constants is kept as it came.
 *
 * @param value the service's word
 */
public record SpaceStatus(@JsonValue String value) {
    /** {@code current}. */
    public static final SpaceStatus CURRENT = new SpaceStatus("current");

    /** {@code archived}. */
    public static final SpaceStatus ARCHIVED = new SpaceStatus("archived");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SpaceStatus of(String value) {
        return new SpaceStatus(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
