package dev.confluencekit.content.classification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether a level is in use. The service owns the list and may extend it: a value that is not among the constants is
 * kept as it came.
 *
 * @param value the service's word
 */
public record ClassificationLevelStatus(@JsonValue String value) {
    /** {@code DRAFT}. */
    public static final ClassificationLevelStatus DRAFT = new ClassificationLevelStatus("DRAFT");

    /** {@code PUBLISHED}: in use. */
    public static final ClassificationLevelStatus PUBLISHED = new ClassificationLevelStatus("PUBLISHED");

    /** {@code ARCHIVED}. */
    public static final ClassificationLevelStatus ARCHIVED = new ClassificationLevelStatus("ARCHIVED");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ClassificationLevelStatus of(String value) {
        return new ClassificationLevelStatus(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
