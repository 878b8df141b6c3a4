package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.SpaceRoleId;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change of a role, which takes a while (schemas {@code UpdateSpaceRoleResponse}, {@code
 * DeleteSpaceRoleResponse}).
 *
 * @param id the role
 * @param type whose it is
 * @param name its name
 * @param description what it is for
 * @param taskId the long task that carries it out
 * @param extras what else the service sent
 */
public record SpaceRoleChange(
        @JsonProperty("id") @Nullable SpaceRoleId id,
        @JsonProperty("type") @Nullable SpaceRoleType type,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("description") @Nullable String description,
        @JsonProperty("taskId") @Nullable String taskId,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public SpaceRoleChange {
        extras = UnknownMembers.copy(extras);
    }
}
