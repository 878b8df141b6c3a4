package dev.confluencekit.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list that was read along with something else. It stops at 50 entries; {@link #hasMore()} tells whether there are more.
 *
 * @param results the entries
 * @param meta whether there are more
 * @param links where the rest is
 * @param extras what else the service sent
 * @param <T> what the list holds
 */
public record IncludedList<T>(
        @JsonProperty("results") List<T> results,
        @JsonProperty("meta") @Nullable Meta meta,
        @JsonProperty("_links") @Nullable Links links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public IncludedList {
        results = results == null ? List.of() : List.copyOf(results);
        extras = UnknownMembers.copy(extras);
    }

    /**
     * Whether the list was cut.
     *
     * @return true if there are more entries than were sent
     */
    public boolean hasMore() {
        return meta != null && Boolean.TRUE.equals(meta.hasMore());
    }

    /**
     * Where a cut list goes on.
     *
     * @param hasMore whether there are more entries
     * @param cursor where they begin
     * @param extras what else the service sent
     */
    public record Meta(
            @JsonProperty("hasMore") @Nullable Boolean hasMore,
            @JsonProperty("cursor") @Nullable String cursor,
            @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
        /** Copies the extras. */
        public Meta {
            extras = UnknownMembers.copy(extras);
        }
    }

    /**
     * The address of the whole list.
     *
     * @param self a path on the site
     * @param extras what else the service sent
     */
    public record Links(
            @JsonProperty("self") @Nullable String self,
            @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
        /** Copies the extras. */
        public Links {
            extras = UnknownMembers.copy(extras);
        }
    }
}
