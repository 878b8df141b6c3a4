package dev.confluencekit.content.hierarchy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where people find it; to be appended to the address of the site with {@code /wiki}.
 *
 * @param webui where to read it
 * @param editui where to edit it
 * @param base the site's own address
 * @param extras what else the service sent
 */
public record TreeNodeLinks(
        @JsonProperty("webui") @Nullable String webui,
        @JsonProperty("editui") @Nullable String editui,
        @JsonProperty("base") @Nullable String base,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public TreeNodeLinks {
        extras = UnknownMembers.copy(extras);
    }
}
