package dev.confluencekit.content.space;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;

/**
 * An answer about the mode.
 *
 * @param mode the mode
 * @param extras what else the service sent
 */
public record SpaceRoleModeAnswer(
        @JsonProperty("mode") SpaceRoleMode mode,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its mode it means nothing. */
    public SpaceRoleModeAnswer {
        MissingMemberException.require(mode, "mode");
        extras = UnknownMembers.copy(extras);
    }
}
