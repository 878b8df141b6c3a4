package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.IncludedList;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.label.Label;
import dev.confluencekit.content.operation.Operation;
import dev.confluencekit.content.property.Property;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A space (schemas {@code SpaceBulk} and {@code SpaceSingle}). Only the id is certain to be there; lists come where they were
 * asked for.
 *
 * @param id the id of the space
 * @param key its key, as in addresses
 * @param name its name
 * @param type what kind of space it is
 * @param status whether it is in use
 * @param authorId who created it
 * @param spaceOwnerId who owns it
 * @param currentActiveAlias another name for its key
 * @param createdAt when it was created
 * @param homepageId its home page
 * @param description what it says of itself, if asked for
 * @param icon its picture, if asked for
 * @param labels its labels, if asked for
 * @param properties its properties, if asked for
 * @param operations what the account may do in it, if asked for
 * @param permissions who may do what in it, if asked for
 * @param roleAssignments who has which role in it, if asked for
 * @param links where people find it
 * @param extras what else the service sent
 */
public record Space(
        @JsonProperty("id") SpaceId id,
        @JsonProperty("key") @Nullable String key,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("type") @Nullable SpaceType type,
        @JsonProperty("status") @Nullable SpaceStatus status,
        @JsonProperty("authorId") @Nullable AccountId authorId,
        @JsonProperty("spaceOwnerId") @Nullable AccountId spaceOwnerId,
        @JsonProperty("currentActiveAlias") @Nullable String currentActiveAlias,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonProperty("homepageId") @Nullable PageId homepageId,
        @JsonProperty("description") @Nullable SpaceDescription description,
        @JsonProperty("icon") @Nullable SpaceIcon icon,
        @JsonProperty("labels") @Nullable IncludedList<Label> labels,
        @JsonProperty("properties") @Nullable IncludedList<Property> properties,
        @JsonProperty("operations") @Nullable IncludedList<Operation> operations,
        @JsonProperty("permissions") @Nullable IncludedList<SpacePermission> permissions,
        @JsonProperty("roleAssignments") @Nullable IncludedList<SpaceRoleAssignment> roleAssignments,
        @JsonProperty("_links") @Nullable SpaceLinks links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; the id is required. */
    public Space {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
