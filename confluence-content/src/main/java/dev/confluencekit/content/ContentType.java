package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What something in the tree of a space is. The service owns the list and may extend it: a value that is not among the constants is kept as it came.
 *
 * @param value the service's word
 */
public record ContentType(@JsonValue String value) {
    /** {@code page}. */
    public static final ContentType PAGE = new ContentType("page");

    /** {@code whiteboard}. */
    public static final ContentType WHITEBOARD = new ContentType("whiteboard");

    /** {@code database}. */
    public static final ContentType DATABASE = new ContentType("database");

    /** {@code embed}. */
    public static final ContentType EMBED = new ContentType("embed");

    /** {@code folder}. */
    public static final ContentType FOLDER = new ContentType("folder");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ContentType of(String value) {
        return new ContentType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
