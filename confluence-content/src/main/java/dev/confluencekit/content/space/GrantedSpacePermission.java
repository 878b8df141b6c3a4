package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A permission that was given (v1 schema {@code SpacePermissionV2}).
 *
 * @param id the id under which it can be taken back
 * @param subject to whom: {@code type} and {@code identifier}
 * @param operation to do what: {@code key} and {@code target}
 * @param extras what else the service sent
 */
public record GrantedSpacePermission(
        @JsonProperty("id") Long id,
        @JsonProperty("subject") @Nullable Map<String, Object> subject,
        @JsonProperty("operation") @Nullable Map<String, Object> operation,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public GrantedSpacePermission {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
