package dev.confluencekit.content.label;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Content that has a label, with what is said of each kind alike (schemas {@code PageBulk}, {@code BlogPostBulk},
 * {@code AttachmentBulk}).
 *
 * @param id the id of the content
 * @param status where it is in its life
 * @param title its title; of an attachment, its file name
 * @param spaceId the space that it is in; not said of attachments
 * @param createdAt when it was created
 * @param version its present version
 * @param extras what else the service sent
 */
public record LabelledContent(
        @JsonProperty("id") ContentId id,
        @JsonProperty("status") @Nullable ContentStatus status,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("spaceId") @Nullable SpaceId spaceId,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonProperty("version") @Nullable Version version,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public LabelledContent {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
