package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A permission that can be given in spaces (schema {@code SpacePermission}).
 *
 * @param id the id of the permission
 * @param displayName its name
 * @param description what it allows
 * @param requiredPermissionIds the permissions that must be given with it
 * @param extras what else the service sent
 */
public record AvailableSpacePermission(
        @JsonProperty("id") String id,
        @JsonProperty("displayName") @Nullable String displayName,
        @JsonProperty("description") @Nullable String description,
        @JsonProperty("requiredPermissionIds") @Nullable List<String> requiredPermissionIds,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public AvailableSpacePermission {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
