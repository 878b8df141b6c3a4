package dev.confluencekit.content.body;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a page in the formats that were asked for. Without asking for one there is no body.
 *
 * @param representations the formats by their names; others than were asked for may be there
 */
public record Body(@JsonValue Map<String, BodyContent> representations) {
    /** Copies the map. */
    public Body {
        representations = Collections.unmodifiableMap(new LinkedHashMap<>(representations));
    }

    /**
     * A body of given representations.
     *
     * @param representations the formats by their names
     * @return the body
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Body of(Map<String, BodyContent> representations) {
        return new Body(representations);
    }

    /**
     * The text in one format.
     *
     * @param format the format
     * @return the text, or empty if the body does not hold this format
     */
    public Optional<String> in(PageBodyFormat format) {
        return Optional.ofNullable(representations.get(format.representation())).map(BodyContent::value);
    }

    /**
     * The text in storage format.
     *
     * @return the text, or empty if the body does not hold this format
     */
    public Optional<String> storage() {
        return in(BodyFormat.STORAGE);
    }

    /**
     * The text in Atlassian Document Format.
     *
     * @return a JSON text, or empty if the body does not hold this format
     */
    public Optional<String> atlasDocFormat() {
        return in(BodyFormat.ATLAS_DOC_FORMAT);
    }
}
