package dev.confluencekit.content.restriction;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;

/**
 * Whether somebody may do something (schema {@code PermissionCheckResponse}).
 *
 * @param hasPermission whether they may
 * @param extras what else the service sent, such as why not
 */
public record PermissionAnswer(
        @JsonProperty("hasPermission") Boolean hasPermission,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; the answer is required. */
    public PermissionAnswer {
        MissingMemberException.require(hasPermission, "hasPermission");
        extras = UnknownMembers.copy(extras);
    }
}
