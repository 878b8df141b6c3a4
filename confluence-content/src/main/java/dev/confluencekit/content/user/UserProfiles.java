package dev.confluencekit.content.user;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;

/**
 * One answer about users.
 *
 * @param results the users
 * @param extras what else the service sent
 */
public record UserProfiles(
        @JsonProperty("results") List<UserProfile> results,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies what could change. */
    public UserProfiles {
        results = results == null ? List.of() : List.copyOf(results);
        extras = UnknownMembers.copy(extras);
    }
}
