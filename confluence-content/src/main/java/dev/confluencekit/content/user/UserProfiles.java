package dev.confluencekit.content.user;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
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
    /** Copies what could change; without its results it means nothing. */
    public UserProfiles {
        results = List.copyOf(MissingMemberException.require(results, "results"));
        extras = UnknownMembers.copy(extras);
    }
}
