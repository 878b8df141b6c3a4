package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * The id of a group of users.
 *
 * @param value 1 to 64 letters, digits and dashes
 */
public record GroupId(@JsonValue String value) {
    /** Refuses what cannot be such an id, so that it never reaches an address. */
    public GroupId {
        if (!IdForms.isContent(value)) {
            throw new InvalidArgumentException("groupId", "must be 1 to 64 letters, digits and dashes");
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
    public static GroupId of(String value) {
        return new GroupId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
