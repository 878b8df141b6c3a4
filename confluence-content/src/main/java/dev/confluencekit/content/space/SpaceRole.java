package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.SpaceRoleId;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role that people can have in spaces (schema {@code SpaceRole}).
 *
 * @param id the id of the role
 * @param type whose it is
 * @param name its name
 * @param description what it is for
 * @param spacePermissions the ids of the permissions that it gives
 * @param extras what else the service sent
 */
public record SpaceRole(
        @JsonProperty("id") SpaceRoleId id,
        @JsonProperty("type") @Nullable SpaceRoleType type,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("description") @Nullable String description,
        @JsonProperty("spacePermissions") @Nullable List<String> spacePermissions,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public SpaceRole {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
