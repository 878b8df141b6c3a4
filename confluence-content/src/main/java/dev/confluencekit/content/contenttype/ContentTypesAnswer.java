package dev.confluencekit.content.contenttype;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;

/**
 * The types of content, by its ids (schema {@code ContentIdToContentTypeResponse}).
 *
 * @param results a type for each id, null for content that does not exist or may not be seen
 * @param extras what else the service sent
 */
public record ContentTypesAnswer(
        @JsonProperty("results") Map<String, Object> results,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies what could change; without its results it means nothing. */
    public ContentTypesAnswer {
        results = UnknownMembers.copy(MissingMemberException.require(results, "results"));
        extras = UnknownMembers.copy(extras);
    }
}
