package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.body.BodyContent;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a space says of itself, in the format that was asked for (schema {@code SpaceDescription}).
 *
 * @param plain as plain text
 * @param view as HTML
 * @param extras what else the service sent
 */
public record SpaceDescription(
        @JsonProperty("plain") @Nullable BodyContent plain,
        @JsonProperty("view") @Nullable BodyContent view,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public SpaceDescription {
        extras = UnknownMembers.copy(extras);
    }
}
