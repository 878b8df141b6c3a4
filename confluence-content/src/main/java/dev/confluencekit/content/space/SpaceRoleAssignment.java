package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who has which role in a space (schema {@code SpaceRoleAssignment}).
 *
 * @param principal who
 * @param roleId the role
 * @param extras what else the service sent
 */
public record SpaceRoleAssignment(
        @JsonProperty("principal") @Nullable Map<String, Object> principal,
        @JsonProperty("roleId") @Nullable String roleId,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public SpaceRoleAssignment {
        extras = UnknownMembers.copy(extras);
    }
}
