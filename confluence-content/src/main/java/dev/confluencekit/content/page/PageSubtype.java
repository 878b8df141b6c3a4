package dev.confluencekit.content.page;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What kind of page a page is. The service owns the list and may extend it: a value that is not among the constants is kept as it came.
 *
 * @param value the service's word
 */
public record PageSubtype(@JsonValue String value) {
    /** {@code page}. */
    public static final PageSubtype PAGE = new PageSubtype("page");

    /** {@code live}. */
    public static final PageSubtype LIVE = new PageSubtype("live");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PageSubtype of(String value) {
        return new PageSubtype(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
