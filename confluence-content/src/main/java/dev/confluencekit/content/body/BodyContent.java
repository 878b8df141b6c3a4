package dev.confluencekit.content.body;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
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
}
