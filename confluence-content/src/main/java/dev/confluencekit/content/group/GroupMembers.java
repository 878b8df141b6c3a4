package dev.confluencekit.content.group;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.user.User;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer about the members of a group (v1 schema {@code UserArray}).
 *
 * @param results the members
 * @param start the place of the first, counted from 0
 * @param limit the most that it could have held
 * @param size how many it holds
 * @param links where it goes on
 * @param extras what else the service sent
 */
public record GroupMembers(
        @JsonProperty("results") List<User> results,
        @JsonProperty("start") @Nullable Integer start,
        @JsonProperty("limit") @Nullable Integer limit,
        @JsonProperty("size") @Nullable Integer size,
        @JsonProperty("_links") @Nullable Map<String, Object> links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies what could change; without its results it means nothing. */
    public GroupMembers {
        results = List.copyOf(MissingMemberException.require(results, "results"));
        extras = UnknownMembers.copy(extras);
    }
}
