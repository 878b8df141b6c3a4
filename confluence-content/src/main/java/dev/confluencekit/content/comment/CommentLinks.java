package dev.confluencekit.content.comment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where people find it.
 *
 * @param webui where to read it
 * @param base the site's own address
 * @param extras what else the service sent
 */
public record CommentLinks(
        @JsonProperty("webui") @Nullable String webui,
        @JsonProperty("base") @Nullable String base,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public CommentLinks {
        extras = UnknownMembers.copy(extras);
    }
}
