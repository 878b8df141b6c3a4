package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a space (schema {@code SpaceIcon}).
 *
 * @param path where it is, relative to the site
 * @param apiDownloadLink where a link to it can be asked for
 * @param extras what else the service sent
 */
public record SpaceIcon(
        @JsonProperty("path") @Nullable String path,
        @JsonProperty("apiDownloadLink") @Nullable String apiDownloadLink,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public SpaceIcon {
        extras = UnknownMembers.copy(extras);
    }
}
