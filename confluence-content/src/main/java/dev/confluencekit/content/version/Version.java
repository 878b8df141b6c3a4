package dev.confluencekit.content.version;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of content (schema {@code Version}).
 *
 * @param number counts from 1
 * @param message what the author said about the change
 * @param minorEdit whether nobody was notified of the change
 * @param authorId who made the change
 * @param createdAt when the change was made
 * @param extras what else the service sent
 */
public record Version(
        @JsonProperty("number") @Nullable Integer number,
        @JsonProperty("message") @Nullable String message,
        @JsonProperty("minorEdit") @Nullable Boolean minorEdit,
        @JsonProperty("authorId") @Nullable AccountId authorId,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public Version {
        extras = UnknownMembers.copy(extras);
    }
}
