package dev.confluencekit.content.search;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Content that a search found (schema {@code Content} of version 1, whose other members are among the extras). The same id
 * reads it by version 2.
 *
 * @param id the id of the content
 * @param type what it is
 * @param status where it is in its life
 * @param title its title
 * @param extras what else the service sent
 */
public record FoundContent(
        @JsonProperty("id") ContentId id,
        @JsonProperty("type") @Nullable ContentType type,
        @JsonProperty("status") @Nullable ContentStatus status,
        @JsonProperty("title") @Nullable String title,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; the id is required. */
    public FoundContent {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
