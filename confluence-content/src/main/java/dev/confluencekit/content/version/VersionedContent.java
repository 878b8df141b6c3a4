package dev.confluencekit.content.version;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.body.Body;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What content was in a version (schema {@code VersionedEntity}).
 *
 * @param id the id of the content
 * @param title the title that it had
 * @param body the body that it had, if asked for
 * @param extras what else the service sent
 */
public record VersionedContent(
        @JsonProperty("id") ContentId id,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("body") @Nullable Body body,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public VersionedContent {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
