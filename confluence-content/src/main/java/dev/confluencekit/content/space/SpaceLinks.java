package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where people find a space; a path below the site's {@code /wiki} (schema {@code SpaceLinks}).
 *
 * @param webui to read it
 * @param extras what else the service sent
 */
public record SpaceLinks(
        @JsonProperty("webui") @Nullable String webui,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public SpaceLinks {
        extras = UnknownMembers.copy(extras);
    }
}
