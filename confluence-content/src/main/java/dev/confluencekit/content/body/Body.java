package dev.confluencekit.content.body;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of a page in the formats that were asked for. Without asking for one there is no body.
 *
 * @param representations the formats by their names; others than were asked for may be there
 * @param extras what else the service sent
 */
public record Body(Map<String, BodyContent> representations, Map<String, Object> extras) {
    private static final Set<String> FORMATS = Stream.<PageBodyFormat[]>of(
                    BodyFormat.values(), RenderedBodyFormat.values())
            .flatMap(Stream::of)
            .map(PageBodyFormat::representation)
            .collect(Collectors.toUnmodifiableSet());

    /** Copies the maps. */
    public Body {
        representations = Collections.unmodifiableMap(new LinkedHashMap<>(representations));
        extras = UnknownMembers.copy(extras);
    }

    /**
     * A body from the members of a JSON object. What does not look like a text in some format is kept among the extras.
     *
     * @param members names and values
     * @return the body
     * @throws IllegalArgumentException if the value of a known format is no text, which would pass for a page without
     *     a body
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Body of(Map<String, Object> members) {
        Map<String, BodyContent> representations = new LinkedHashMap<>();
        Map<String, Object> extras = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            BodyContent content = BodyContent.ofMembers(value);
            if (content != null) {
                representations.put(name, content);
            } else if (value != null && FORMATS.contains(name)) {
                throw new IllegalArgumentException("the format " + name + " is no text");
            } else {
                extras.put(name, value);
            }
        });
        return new Body(representations, extras);
    }

    /**
     * The members of the JSON object.
     *
     * @return formats and extras by their names
     */
    @JsonValue
    public Map<String, Object> members() {
        Map<String, Object> all = new LinkedHashMap<>(representations);
        all.putAll(extras);
        return all;
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
