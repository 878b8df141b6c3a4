package dev.confluencekit.content.comment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.IncludedList;
import dev.confluencekit.content.property.Property;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a comment, if asked for; of an inline comment, also what it is on.
 *
 * @param results the properties
 * @param meta whether there are more
 * @param links where the rest is
 * @param inlineMarkerRef what marks the text in the body
 * @param inlineOriginalSelection the text that it was put on
 * @param extras what else the service sent
 */
public record CommentProperties(
        @JsonProperty("results") @Nullable List<Property> results,
        @JsonProperty("meta") IncludedList.@Nullable Meta meta,
        @JsonProperty("_links") IncludedList.@Nullable Links links,
        @JsonProperty("inlineMarkerRef") @Nullable String inlineMarkerRef,
        @JsonProperty("inlineOriginalSelection") @Nullable String inlineOriginalSelection,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public CommentProperties {
        extras = UnknownMembers.copy(extras);
    }
}
