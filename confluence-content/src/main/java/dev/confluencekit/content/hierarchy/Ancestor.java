package dev.confluencekit.content.hierarchy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What something stands below (schema {@code Ancestor}).
 *
 * @param id the id of the ancestor
 * @param type what it is
 * @param extras what else the service sent
 */
public record Ancestor(
        @JsonProperty("id") ContentId id,
        @JsonProperty("type") @Nullable ContentType type,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public Ancestor {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
