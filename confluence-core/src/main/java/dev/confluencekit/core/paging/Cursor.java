package dev.confluencekit.core.paging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * Where a listing goes on: an opaque text of the service's, good for the same listing with the same filters. How long
 * it stays good is not published; a stored one that is refused means that the listing has to begin again.
 *
 * @param value the text, decoded
 */
public record Cursor(@JsonValue String value) {
    /** Refuses an empty text. */
    public Cursor {
        if (value.isEmpty()) {
            throw new InvalidArgumentException("cursor", "is empty");
        }
    }

    /**
     * Wraps a stored cursor.
     *
     * @param value the text that {@link #value()} gave
     * @return the cursor
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Cursor of(String value) {
        return new Cursor(value);
    }
}
