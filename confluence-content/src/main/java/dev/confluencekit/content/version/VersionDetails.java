package dev.confluencekit.content.version;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version and its neighbours (schema {@code DetailedVersion}).
 *
 * @param number its place, counted from 1
 * @param authorId who made the change
 * @param message what the author said about the change
 * @param createdAt when the change was made
 * @param minorEdit whether nobody was notified of the change
 * @param contentTypeModified whether the change made another kind of content of it
 * @param collaborators who worked on it
 * @param prevVersion the version before
 * @param nextVersion the version after
 * @param extras what else the service sent
 */
public record VersionDetails(
        @JsonProperty("number") @Nullable Integer number,
        @JsonProperty("authorId") @Nullable AccountId authorId,
        @JsonProperty("message") @Nullable String message,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonProperty("minorEdit") @Nullable Boolean minorEdit,
        @JsonProperty("contentTypeModified") @Nullable Boolean contentTypeModified,
        @JsonProperty("collaborators") @Nullable List<AccountId> collaborators,
        @JsonProperty("prevVersion") @Nullable Integer prevVersion,
        @JsonProperty("nextVersion") @Nullable Integer nextVersion,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public VersionDetails {
        extras = UnknownMembers.copy(extras);
    }
}
