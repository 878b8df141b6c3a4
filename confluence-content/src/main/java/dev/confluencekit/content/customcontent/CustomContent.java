package dev.confluencekit.content.customcontent;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.IncludedList;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.Body;
import dev.confluencekit.content.label.Label;
import dev.confluencekit.content.operation.Operation;
import dev.confluencekit.content.property.Property;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Content of an app's type (schemas {@code CustomContentBulk}, {@code CustomContentSingle}).
 *
 * @param id its id
 * @param type the app's name of the type
 * @param status where it is in its life
 * @param title its title
 * @param spaceId the space that it is in
 * @param pageId the page that it belongs to
 * @param blogPostId the blog post that it belongs to
 * @param customContentId the custom content that it belongs to
 * @param authorId who created it
 * @param createdAt when it was created
 * @param version its present version
 * @param labels its labels, if asked for
 * @param properties its properties, if asked for
 * @param operations what the account may do with it, if asked for
 * @param versions its versions, if asked for
 * @param body its body in the formats that were asked for
 * @param links where people find it
 * @param extras what else the service sent
 */
public record CustomContent(
        @JsonProperty("id") ContentId id,
        @JsonProperty("type") @Nullable String type,
        @JsonProperty("status") @Nullable ContentStatus status,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("spaceId") @Nullable SpaceId spaceId,
        @JsonProperty("pageId") @Nullable PageId pageId,
        @JsonProperty("blogPostId") @Nullable ContentId blogPostId,
        @JsonProperty("customContentId") @Nullable ContentId customContentId,
        @JsonProperty("authorId") @Nullable AccountId authorId,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonProperty("version") @Nullable Version version,
        @JsonProperty("labels") @Nullable IncludedList<Label> labels,
        @JsonProperty("properties") @Nullable IncludedList<Property> properties,
        @JsonProperty("operations") @Nullable IncludedList<Operation> operations,
        @JsonProperty("versions") @Nullable IncludedList<Version> versions,
        @JsonProperty("body") @Nullable Body body,
        @JsonProperty("_links") @Nullable CustomContentLinks links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public CustomContent {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
