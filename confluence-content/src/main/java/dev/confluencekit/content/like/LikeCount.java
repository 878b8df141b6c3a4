package dev.confluencekit.content.like;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;

/**
 * How many like something.
 *
 * @param count how many
 * @param extras what else the service sent
 */
public record LikeCount(
        @JsonProperty("count") Long count,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its count it means nothing. */
    public LikeCount {
        MissingMemberException.require(count, "count");
        extras = UnknownMembers.copy(extras);
    }
}
