package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;

/**
 * Something of which only the id is wanted. Version 1 of the interface gives content and spaces other shapes than version 2
 * does; the same ids stand for the same things in both.
 *
 * @param id the id
 * @param extras what else the service sent
 */
public record ContentReference(
        @JsonProperty("id") ContentId id,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; the id is required. */
    public ContentReference {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
