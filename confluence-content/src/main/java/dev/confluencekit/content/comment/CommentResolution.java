package dev.confluencekit.content.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether an inline comment is settled. The service owns the list and may extend it: a value that is not among the
 * constants is kept as it came.
 *
 * @param value the service's word
 */
public record CommentResolution(@JsonValue String value) {
    /** {@code open}. */
    public static final CommentResolution OPEN = new CommentResolution("open");

    /** {@code reopened}: open again. */
    public static final CommentResolution REOPENED = new CommentResolution("reopened");

    /** {@code resolved}. */
    public static final CommentResolution RESOLVED = new CommentResolution("resolved");

    /** {@code dangling}: the text that it was on is gone; it cannot be changed any more. */
    public static final CommentResolution DANGLING = new CommentResolution("dangling");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CommentResolution of(String value) {
        return new CommentResolution(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
