package dev.confluencekit.content.task;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.TaskId;
import dev.confluencekit.content.body.Body;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task in a page or a blog post (schema {@code Task}).
 *
 * @param id the id of the task
 * @param localId its id within its page or blog post
 * @param spaceId the space that it is in
 * @param pageId the page that it is in
 * @param blogPostId the blog post that it is in
 * @param status whether it is done
 * @param body its text, if asked for
 * @param createdBy who created it
 * @param assignedTo whose it is
 * @param completedBy who did it
 * @param createdAt when it was created
 * @param updatedAt when it was changed
 * @param dueAt when it is to be done
 * @param completedAt when it was done
 * @param extras what else the service sent
 */
public record Task(
        @JsonProperty("id") TaskId id,
        @JsonProperty("localId") @Nullable String localId,
        @JsonProperty("spaceId") @Nullable SpaceId spaceId,
        @JsonProperty("pageId") @Nullable PageId pageId,
        @JsonProperty("blogPostId") @Nullable ContentId blogPostId,
        @JsonProperty("status") @Nullable TaskStatus status,
        @JsonProperty("body") @Nullable Body body,
        @JsonProperty("createdBy") @Nullable AccountId createdBy,
        @JsonProperty("assignedTo") @Nullable AccountId assignedTo,
        @JsonProperty("completedBy") @Nullable AccountId completedBy,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonProperty("updatedAt") @Nullable Instant updatedAt,
        @JsonProperty("dueAt") @Nullable Instant dueAt,
        @JsonProperty("completedAt") @Nullable Instant completedAt,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public Task {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
