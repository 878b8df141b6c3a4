package dev.confluencekit.content.page;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where people find a page; paths below the site's {@code /wiki} (schema {@code AbstractPageLinks}).
 *
 * @param webui to read it
 * @param editui to edit it
 * @param tinyui a short form
 * @param extras what else the service sent
 */
public record PageLinks(
        @JsonProperty("webui") @Nullable String webui,
        @JsonProperty("editui") @Nullable String editui,
        @JsonProperty("tinyui") @Nullable String tinyui,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public PageLinks {
        extras = UnknownMembers.copy(extras);
    }
}
