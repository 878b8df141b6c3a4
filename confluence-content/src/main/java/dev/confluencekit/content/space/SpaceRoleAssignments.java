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
 * One answer about who has which role.
 *
 * @param results who has which
 * @param links where it goes on
 * @param extras what else the service sent
 */
public record SpaceRoleAssignments(
        @JsonProperty("results") List<SpaceRoleAssignment> results,
        @JsonProperty("_links") @Nullable Map<String, Object> links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies what could change; without its results it means nothing. */
    public SpaceRoleAssignments {
        results = List.copyOf(MissingMemberException.require(results, "results"));
        extras = UnknownMembers.copy(extras);
    }
}
