package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what in a space (schema {@code SpacePermissionAssignment}).
 *
 * @param id the id of the permission
 * @param principal who: {@code type} and {@code id}
 * @param operation what: {@code key} and {@code targetType}
 * @param extras what else the service sent
 */
public record SpacePermission(
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("principal") @Nullable Map<String, Object> principal,
        @JsonProperty("operation") @Nullable Map<String, Object> operation,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public SpacePermission {
        extras = UnknownMembers.copy(extras);
    }
}
