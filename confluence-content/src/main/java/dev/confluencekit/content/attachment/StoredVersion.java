package dev.confluencekit.content.attachment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version as version 1 of the interface words it.
 *
 * @param number counts from 1
 * @param message what the author said about the change
 * @param minorEdit whether nobody was notified of the change
 * @param by who made the change
 * @param when when the change was made
 * @param extras what else the service sent
 */
public record StoredVersion(
        @JsonProperty("number") @Nullable Integer number,
        @JsonProperty("message") @Nullable String message,
        @JsonProperty("minorEdit") @Nullable Boolean minorEdit,
        @JsonProperty("by") @Nullable By by,
        @JsonProperty("when") @Nullable Instant when,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public StoredVersion {
        extras = UnknownMembers.copy(extras);
    }

    /**
     * Who made a version.
     *
     * @param accountId the account
     * @param extras what else the service sent
     */
    public record By(
            @JsonProperty("accountId") @Nullable AccountId accountId,
            @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
        /** Copies the extras. */
        public By {
            extras = UnknownMembers.copy(extras);
        }
    }

    Version asVersion() {
        return new Version(number, message, minorEdit, by == null ? null : by.accountId(), when, extras);
    }
}
