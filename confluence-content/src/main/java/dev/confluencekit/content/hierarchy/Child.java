package dev.confluencekit.content.hierarchy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands directly below something (schemas {@code ChildrenResponse}, {@code ChildCustomContent}).
 *
 * @param id the id of the child
 * @param status {@code current} or {@code archived}
 * @param title its title
 * @param type what it is; of custom content, the app's name of the type
 * @param spaceId the space that it is in
 * @param childPosition its place among its siblings
 * @param extras what else the service sent
 */
public record Child(
        @JsonProperty("id") ContentId id,
        @JsonProperty("status") @Nullable ContentStatus status,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("type") @Nullable ContentType type,
        @JsonProperty("spaceId") @Nullable SpaceId spaceId,
        @JsonProperty("childPosition") @Nullable Integer childPosition,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public Child {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
