package dev.confluencekit.content.attachment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.IncludedList;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.label.Label;
import dev.confluencekit.content.operation.Operation;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.property.Property;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file on a page or other content (schemas {@code AttachmentBulk}, {@code AttachmentSingle}).
 *
 * @param id its id, such as {@code att98310}
 * @param status where it is in its life
 * @param title its file name; whoever uploaded it chose it, so it is no safe name for a file of yours
 * @param createdAt when its first version was uploaded
 * @param pageId the page that it is on, if it is on one
 * @param blogPostId the blog post that it is on, if it is on one
 * @param customContentId the custom content that it is on, if it is on one
 * @param mediaType its type, such as {@code image/png}; whoever uploaded it chose it
 * @param mediaTypeDescription the type in words for people
 * @param comment the comment on its present version
 * @param fileId what bodies in {@code atlas_doc_format} call the file; not the id
 * @param fileSize its size in bytes
 * @param webuiLink where people look at it
 * @param downloadLink where a browser fetches it; API keys are refused there
 * @param version its present version
 * @param labels its labels, if asked for
 * @param properties its properties, if asked for
 * @param operations what the account may do with it, if asked for
 * @param versions its versions, if asked for
 * @param links where people find it
 * @param extras what else the service sent
 */
public record Attachment(
        @JsonProperty("id") ContentId id,
        @JsonProperty("status") @Nullable ContentStatus status,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonProperty("pageId") @Nullable PageId pageId,
        @JsonProperty("blogPostId") @Nullable ContentId blogPostId,
        @JsonProperty("customContentId") @Nullable ContentId customContentId,
        @JsonProperty("mediaType") @Nullable String mediaType,
        @JsonProperty("mediaTypeDescription") @Nullable String mediaTypeDescription,
        @JsonProperty("comment") @Nullable String comment,
        @JsonProperty("fileId") @Nullable String fileId,
        @JsonProperty("fileSize") @Nullable Long fileSize,
        @JsonProperty("webuiLink") @Nullable String webuiLink,
        @JsonProperty("downloadLink") @Nullable String downloadLink,
        @JsonProperty("version") @Nullable Version version,
        @JsonProperty("labels") @Nullable IncludedList<Label> labels,
        @JsonProperty("properties") @Nullable IncludedList<Property> properties,
        @JsonProperty("operations") @Nullable IncludedList<Operation> operations,
        @JsonProperty("versions") @Nullable IncludedList<Version> versions,
        @JsonProperty("_links") @Nullable AttachmentLinks links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public Attachment {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }

    /**
     * What it is on.
     *
     * @return a page, a blog post or custom content; empty if the service did not say
     */
    public Optional<ContentOwner> owner() {
        if (pageId != null) {
            return Optional.of(ContentOwner.page(pageId));
        }
        if (blogPostId != null) {
            return Optional.of(ContentOwner.blogPost(blogPostId));
        }
        return Optional.ofNullable(customContentId).map(ContentOwner::customContent);
    }
}
