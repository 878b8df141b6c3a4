package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * The id of content of any type: a page, a folder, an attachment, a comment. v1 and v2 use the same ids.
 *
 * @param value 1 to 64 letters, digits and dashes
 */
public record ContentId(@JsonValue String value) {
    /** Refuses what cannot be such an id, so that it never reaches an address. */
    public ContentId {
        if (!IdForms.isContent(value)) {
            throw new InvalidArgumentException("contentId", "must be 1 to 64 letters, digits and dashes");
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
    public static ContentId of(String value) {
        return new ContentId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
