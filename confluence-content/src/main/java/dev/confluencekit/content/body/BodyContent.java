package dev.confluencekit.content.body;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text in one format (schema {@code BodyType}).
 *
 * @param representation the format's name
 * @param value the text
 * @param extras what else the service sent
 */
public record BodyContent(
        @JsonProperty("representation") @Nullable String representation,
        @JsonProperty("value") @Nullable String value,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public BodyContent {
        extras = UnknownMembers.copy(extras);
    }

    /** Null if the value is no object, or holds something else than texts where the texts should be. */
    static @Nullable BodyContent ofMembers(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> members)
                || !isText(members.get("representation"))
                || !isText(members.get("value"))) {
            return null;
        }
        Map<String, Object> extras = new LinkedHashMap<>();
        members.forEach((name, member) -> extras.put(String.valueOf(name), member));
        return new BodyContent((String) extras.remove("representation"), (String) extras.remove("value"), extras);
    }

    private static boolean isText(@Nullable Object value) {
        return value == null || value instanceof String;
    }
}
