package dev.confluencekit.sync.internal.checkpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a mirror has come. Times are the site's.
 *
 * @param binding what the mirror is a mirror of
 * @param watermark changes before this have been seen, null before the first run has come to its end
 * @param reconciled when the last reconciling run that came to its end began, null if the next run is to be one
 * @param open spaces whose first listing is under way: by space and kind of item, where it goes on; "" is its beginning
 * @param unreconciled spaces that the last reconciling run could not read to the end
 * @param pending items that a run skipped and the next one tries again, as {@code kind id}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Checkpoint(
        @JsonProperty("binding") Binding binding,
        @JsonProperty("watermark") @Nullable Instant watermark,
        @JsonProperty("reconciled") @Nullable Instant reconciled,
        @JsonProperty("open") Map<String, Map<String, String>> open,
        @JsonProperty("unreconciled") List<String> unreconciled,
        @JsonProperty("pending") List<String> pending) {
    /** Copies the collections. */
    public Checkpoint {
        open = Map.copyOf(open);
        unreconciled = List.copyOf(unreconciled);
        pending = List.copyOf(pending);
    }

    /**
     * What a mirror is a mirror of; another one's target is refused.
     *
     * @param site the host of the site
     * @param account the account that sees what it sees
     * @param scope what is mirrored and how, as text
     */
    public record Binding(
            @JsonProperty("site") String site,
            @JsonProperty("account") String account,
            @JsonProperty("scope") String scope) {}
}
