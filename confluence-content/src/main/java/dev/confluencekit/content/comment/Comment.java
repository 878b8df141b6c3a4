package dev.confluencekit.content.comment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.IncludedList;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.body.Body;
import dev.confluencekit.content.like.Like;
import dev.confluencekit.content.operation.Operation;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A footer comment or an inline comment (schemas {@code PageCommentModel}, {@code FooterCommentModel}, {@code
 * InlineCommentModel} and so on). One of the four owners is named, of a reply perhaps none.
 *
 * @param id the id of the comment
 * @param status where it is in its life
 * @param title its title, which is made from the owner's
 * @param pageId the page that it is on
 * @param blogPostId the blog post that it is on
 * @param attachmentId the attachment that it is on
 * @param customContentId the custom content that it is on
 * @param parentCommentId the comment that it replies to
 * @param version its present version
 * @param body its body in the format that was asked for
 * @param resolutionStatus whether an inline comment is settled
 * @param resolutionLastModifierId who settled or reopened it
 * @param resolutionLastModifiedAt when that was
 * @param properties its properties, and what an inline comment is on
 * @param operations what the account may do with it, if asked for
 * @param likes who likes it, if asked for
 * @param versions its versions, if asked for
 * @param links where people find it
 * @param extras what else the service sent
 */
public record Comment(
        @JsonProperty("id") ContentId id,
        @JsonProperty("status") @Nullable ContentStatus status,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("pageId") @Nullable PageId pageId,
        @JsonProperty("blogPostId") @Nullable ContentId blogPostId,
        @JsonProperty("attachmentId") @Nullable ContentId attachmentId,
        @JsonProperty("customContentId") @Nullable ContentId customContentId,
        @JsonProperty("parentCommentId") @Nullable ContentId parentCommentId,
        @JsonProperty("version") @Nullable Version version,
        @JsonProperty("body") @Nullable Body body,
        @JsonProperty("resolutionStatus") @Nullable CommentResolution resolutionStatus,
        @JsonProperty("resolutionLastModifierId") @Nullable AccountId resolutionLastModifierId,
        @JsonProperty("resolutionLastModifiedAt") @Nullable Instant resolutionLastModifiedAt,
        @JsonProperty("properties") @Nullable CommentProperties properties,
        @JsonProperty("operations") @Nullable IncludedList<Operation> operations,
        @JsonProperty("likes") @Nullable IncludedList<Like> likes,
        @JsonProperty("versions") @Nullable IncludedList<Version> versions,
        @JsonProperty("_links") @Nullable CommentLinks links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public Comment {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
