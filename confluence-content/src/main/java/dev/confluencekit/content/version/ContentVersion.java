package dev.confluencekit.content.version;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version in the list of the versions of content (schemas {@code PageVersion}, {@code AttachmentVersion} and so
 * on).
 *
 * @param number its place, counted from 1; it changes when an earlier version is deleted
 * @param message what the author said about the change
 * @param minorEdit whether nobody was notified of the change
 * @param authorId who made the change
 * @param createdAt when the change was made
 * @param page what a page was
 * @param blogpost what a blog post was
 * @param attachment what an attachment was
 * @param custom what custom content was
 * @param comment what a comment was
 * @param extras what else the service sent
 */
public record ContentVersion(
        @JsonProperty("number") @Nullable Integer number,
        @JsonProperty("message") @Nullable String message,
        @JsonProperty("minorEdit") @Nullable Boolean minorEdit,
        @JsonProperty("authorId") @Nullable AccountId authorId,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonProperty("page") @Nullable VersionedContent page,
        @JsonProperty("blogpost") @Nullable VersionedContent blogpost,
        @JsonProperty("attachment") @Nullable VersionedContent attachment,
        @JsonProperty("custom") @Nullable VersionedContent custom,
        @JsonProperty("comment") @Nullable VersionedContent comment,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public ContentVersion {
        extras = UnknownMembers.copy(extras);
    }

    /**
     * What the content was, whatever it is.
     *
     * @return title and, if asked for, body; empty if the service said nothing of it
     */
    @JsonIgnore
    public Optional<VersionedContent> content() {
        return Stream.of(page, blogpost, attachment, custom, comment)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
