package dev.confluencekit.content.hierarchy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;

/**
 * One answer about ancestors. What its links say is of no use: they are followed by the topmost one.
 *
 * @param results the ancestors, topmost first
 * @param extras what else the service sent
 */
public record AncestorsAnswer(
        @JsonProperty("results") List<Ancestor> results,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies what could change; without its results it means nothing. */
    public AncestorsAnswer {
        results = List.copyOf(MissingMemberException.require(results, "results"));
        extras = UnknownMembers.copy(extras);
    }
}
