package dev.confluencekit.content.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether a task is done. The service owns the list and may extend it: a value that is not among the constants is
 * kept as it came.
 *
 * @param value the service's word
 */
public record TaskStatus(@JsonValue String value) {
    /** {@code complete}. */
    public static final TaskStatus COMPLETE = new TaskStatus("complete");

    /** {@code incomplete}. */
    public static final TaskStatus INCOMPLETE = new TaskStatus("incomplete");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TaskStatus of(String value) {
        return new TaskStatus(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
