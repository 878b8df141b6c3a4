package dev.confluencekit.content.group;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer about groups (v1 schema {@code GroupArrayWithLinks}).
 *
 * @param results the groups
 * @param start the place of the first, counted from 0
 * @param limit the most that it could have held
 * @param size how many it holds
 * @param links where it goes on
 * @param extras what else the service sent
 */
public record Groups(
        @JsonProperty("results") List<Group> results,
        @JsonProperty("start") @Nullable Integer start,
        @JsonProperty("limit") @Nullable Integer limit,
        @JsonProperty("size") @Nullable Integer size,
        @JsonProperty("_links") @Nullable Map<String, Object> links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies what could change; without its results it means nothing. */
    public Groups {
        results = List.copyOf(MissingMemberException.require(results, "results"));
        extras = UnknownMembers.copy(extras);
    }
}
