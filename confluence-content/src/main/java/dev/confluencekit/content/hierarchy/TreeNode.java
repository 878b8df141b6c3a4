package dev.confluencekit.content.hierarchy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder, whiteboard, database or smart link (schemas {@code FolderSingle}, {@code WhiteboardSingle}, {@code
 * DatabaseSingle}, {@code SmartLinkSingle}). What is in a whiteboard or a database cannot be read.
 *
 * @param id its id
 * @param type what it is
 * @param status where it is in its life
 * @param title its title
 * @param parentId what it stands below, null at the top
 * @param parentType what that is
 * @param position its place among its siblings
 * @param authorId who created it
 * @param ownerId who owns it
 * @param createdAt when it was created
 * @param embedUrl where a smart link leads
 * @param spaceId the space that it is in
 * @param version its present version
 * @param links where people find it
 * @param extras what else the service sent
 */
public record TreeNode(
        @JsonProperty("id") ContentId id,
        @JsonProperty("type") @Nullable ContentType type,
        @JsonProperty("status") @Nullable ContentStatus status,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("parentId") @Nullable ContentId parentId,
        @JsonProperty("parentType") @Nullable ContentType parentType,
        @JsonProperty("position") @Nullable Integer position,
        @JsonProperty("authorId") @Nullable AccountId authorId,
        @JsonProperty("ownerId") @Nullable AccountId ownerId,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonProperty("embedUrl") @Nullable String embedUrl,
        @JsonProperty("spaceId") @Nullable SpaceId spaceId,
        @JsonProperty("version") @Nullable Version version,
        @JsonProperty("_links") @Nullable TreeNodeLinks links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public TreeNode {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
