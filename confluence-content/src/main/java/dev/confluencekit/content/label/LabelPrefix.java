package dev.confluencekit.content.label;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whose a label is. The service owns the list and may extend it: a value that is not among the constants is kept as
 * it came.
 *
 * @param value the service's word
 */
public record LabelPrefix(@JsonValue String value) {
    /** {@code global}: everybody's, what people see as a label. */
    public static final LabelPrefix GLOBAL = new LabelPrefix("global");

    /** {@code my}: somebody's own, such as a favourite. */
    public static final LabelPrefix MY = new LabelPrefix("my");

    /** {@code team}: a category of spaces. */
    public static final LabelPrefix TEAM = new LabelPrefix("team");

    /** {@code system}: Confluence's own. */
    public static final LabelPrefix SYSTEM = new LabelPrefix("system");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LabelPrefix of(String value) {
        return new LabelPrefix(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
