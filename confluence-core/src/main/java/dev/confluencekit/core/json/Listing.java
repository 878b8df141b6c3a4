package dev.confluencekit.core.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a v2 listing.
 *
 * @param results the rows
 * @param links where more is
 * @param <T> what the rows are
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Listing<T>(
        @JsonProperty("results") List<T> results,
        @JsonProperty("_links") @Nullable Links links) {
    /** Refuses an answer without rows: an empty listing has an empty list. */
    public Listing {
        if (results == null) {
            throw new MissingMemberException("results");
        }
        results = List.copyOf(results);
    }

    /**
     * The links of a listing.
     *
     * @param next the next batch, if there is one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Links(@JsonProperty("next") @Nullable String next) {}
}
