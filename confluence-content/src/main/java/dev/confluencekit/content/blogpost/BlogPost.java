package dev.confluencekit.content.blogpost;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.IncludedList;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.Body;
import dev.confluencekit.content.label.Label;
import dev.confluencekit.content.like.Like;
import dev.confluencekit.content.operation.Operation;
import dev.confluencekit.content.page.PageLinks;
import dev.confluencekit.content.property.Property;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A blog post (schemas {@code BlogPostBulk} and {@code BlogPostSingle}). Only the id is certain to be there; bodies and lists come
 * where they were asked for.
 *
 * @param id the id of the blog post
 * @param status where it is in its life
 * @param title its title
 * @param spaceId the space that it is in
 * @param authorId who created it
 * @param createdAt when it was created
 * @param version its present version
 * @param body its body in the formats that were asked for
 * @param labels its labels, if asked for
 * @param properties its properties, if asked for
 * @param operations what the account may do with it, if asked for
 * @param likes who likes it, if asked for
 * @param versions its versions, if asked for
 * @param isFavoritedByCurrentUser whether the account marked it, if asked for
 * @param links where people find it
 * @param extras what else the service sent
 */
public record BlogPost(
        @JsonProperty("id") ContentId id,
        @JsonProperty("status") @Nullable ContentStatus status,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("spaceId") @Nullable SpaceId spaceId,
        @JsonProperty("authorId") @Nullable AccountId authorId,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonProperty("version") @Nullable Version version,
        @JsonProperty("body") @Nullable Body body,
        @JsonProperty("labels") @Nullable IncludedList<Label> labels,
        @JsonProperty("properties") @Nullable IncludedList<Property> properties,
        @JsonProperty("operations") @Nullable IncludedList<Operation> operations,
        @JsonProperty("likes") @Nullable IncludedList<Like> likes,
        @JsonProperty("versions") @Nullable IncludedList<Version> versions,
        @JsonProperty("isFavoritedByCurrentUser") @Nullable Boolean isFavoritedByCurrentUser,
        @JsonProperty("_links") @Nullable PageLinks links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; the id is required. */
    public BlogPost {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
