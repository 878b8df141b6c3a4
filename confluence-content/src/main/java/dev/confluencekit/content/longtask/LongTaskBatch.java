package dev.confluencekit.content.longtask;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;

/**
 * One answer of the list of tasks (schema {@code LongTaskStatusArray}), which is paged by position.
 *
 * @param results the tasks
 * @param extras what else the service sent
 */
public record LongTaskBatch(
        @JsonProperty("results") List<LongTask> results,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies both; the list is required. */
    public LongTaskBatch {
        results = List.copyOf(MissingMemberException.require(results, "results"));
        extras = UnknownMembers.copy(extras);
    }
}
