package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What kind of space a space is. The service owns the list and may extend it: a value that is not among the constants is kept as it came.
 *
 * @param value the service's word
 */
public record SpaceType(@JsonValue String value) {
    /** {@code global}. */
    public static final SpaceType GLOBAL = new SpaceType("global");

    /** {@code collaboration}. */
    public static final SpaceType COLLABORATION = new SpaceType("collaboration");

    /** {@code knowledge_base}. */
    public static final SpaceType KNOWLEDGE_BASE = new SpaceType("knowledge_base");

    /** {@code personal}. */
    public static final SpaceType PERSONAL = new SpaceType("personal");

    /** {@code system}. */
    public static final SpaceType SYSTEM = new SpaceType("system");

    /** {@code onboarding}. */
    public static final SpaceType ONBOARDING = new SpaceType("onboarding");

    /** {@code xflow_sample_space}. */
    public static final SpaceType XFLOW_SAMPLE_SPACE = new SpaceType("xflow_sample_space");

    /**
     * Wraps the service's word.
     *
     * @param value the word
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SpaceType of(String value) {
        return new SpaceType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
