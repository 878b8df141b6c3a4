package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where content is in its life. The service owns the list and may extend it: a value that is not among the constants
 * is kept as it came.
 *
 * @param value the service's word
 */
public record ContentStatus(@JsonValue String value) {
    /** {@code current}. */
    public static final ContentStatus CURRENT = new ContentStatus("current");

    /** {@code draft}. */
    public static final ContentStatus DRAFT = new ContentStatus("draft");

    /** {@code archived}. */
    public static final ContentStatus ARCHIVED = new ContentStatus("archived");

    /** {@code historical}. */
    public static final ContentStatus HISTORICAL = new ContentStatus("historical");

    /** {@code trashed}. */
    public static final ContentStatus TRASHED = new ContentStatus("trashed");

    /** {@code deleted}. */
    public static final ContentStatus DELETED = new ContentStatus("deleted");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ContentStatus of(String value) {
        return new ContentStatus(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
