package dev.confluencekit.content.search;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result of a search (schema {@code SearchResult}): content, a space or somebody.
 *
 * @param content the content, if it is some
 * @param entityType what it is, such as {@code content} or {@code space}
 * @param title its title
 * @param excerpt some of its words
 * @param url where people find it, from the base of the site on
 * @param lastModified when it was changed last, as the index knows it; a version's own time may differ
 * @param score how well it fits
 * @param extras what else the service sent
 */
public record SearchResult(
        @JsonProperty("content") @Nullable FoundContent content,
        @JsonProperty("entityType") @Nullable String entityType,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("excerpt") @Nullable String excerpt,
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("lastModified") @Nullable Instant lastModified,
        @JsonProperty("score") @Nullable BigDecimal score,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public SearchResult {
        extras = UnknownMembers.copy(extras);
    }
}
