package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.regex.Pattern;

/**
 * The id of a page. v1 and v2 use the same ids.
 *
 * @param value 1 to 20 digits
 */
public record PageId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,20}");

    /** Refuses what cannot be such an id, so that it never reaches an address. */
    public PageId {
        if (value == null || !FORM.matcher(value).matches()) {
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
