package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.error.InvalidArgumentException;

/**
 * The id of a task.
 *
 * @param value 1 to 20 digits
 */
public record TaskId(@JsonValue String value) {
    /** Refuses what cannot be such an id, so that it never reaches an address. */
    public TaskId {
        if (!IdForms.isNumber(value)) {
            throw new InvalidArgumentException("taskId", "must be 1 to 20 digits");
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
    public static TaskId of(String value) {
        return new TaskId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
