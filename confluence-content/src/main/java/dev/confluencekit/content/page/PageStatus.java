package dev.confluencekit.content.page;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a page is in its life. The service owns the list and may extend it: a value that is not among the constants is kept as it came.
 *
 * @param value the service's word
 */
public record PageStatus(@JsonValue String value) {
    /** {@code current}. */
    public static final PageStatus CURRENT = new PageStatus("current");

    /** {@code draft}. */
    public static final PageStatus DRAFT = new PageStatus("draft");

    /** {@code archived}. */
    public static final PageStatus ARCHIVED = new PageStatus("archived");

    /** {@code historical}. */
    public static final PageStatus HISTORICAL = new PageStatus("historical");

    /** {@code trashed}. */
    public static final PageStatus TRASHED = new PageStatus("trashed");

    /** {@code deleted}. */
    public static final PageStatus DELETED = new PageStatus("deleted");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PageStatus of(String value) {
        return new PageStatus(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
