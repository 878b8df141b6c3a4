package dev.confluencekit.content.attachment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attachment as version 1 of the interface tells of it after a write (schema {@code Content}). The clients give it as an
 * {@link Attachment}.
 *
 * @param id its id
 * @param status where it is in its life
 * @param title its file name
 * @param version its present version
 * @param extensions what is known of the file
 * @param links where people find it
 * @param extras what else the service sent
 */
public record StoredAttachment(
        @JsonProperty("id") ContentId id,
        @JsonProperty("status") @Nullable ContentStatus status,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("version") @Nullable StoredVersion version,
        @JsonProperty("extensions") @Nullable StoredFile extensions,
        @JsonProperty("_links") @Nullable AttachmentLinks links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public StoredAttachment {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }

    /** The same as version 2 tells it, but for what only version 2 knows. */
    Attachment on(ContentOwner owner) {
        StoredFile file = extensions;
        Version present = version == null ? null : version.asVersion();
        Instant created = present != null && Integer.valueOf(1).equals(present.number()) ? present.createdAt() : null;
        return new Attachment(
                id,
                status,
                title,
                created,
                owner.kind() == OwnerKind.PAGE ? PageId.of(owner.id()) : null,
                owner.kind() == OwnerKind.BLOG_POST ? ContentId.of(owner.id()) : null,
                owner.kind() == OwnerKind.CUSTOM_CONTENT ? ContentId.of(owner.id()) : null,
                file == null ? null : file.mediaType(),
                file == null ? null : file.mediaTypeDescription(),
                file == null ? null : file.comment(),
                file == null ? null : file.fileId(),
                file == null ? null : file.fileSize(),
                links == null ? null : links.webui(),
                links == null ? null : links.download(),
                present,
                null,
                null,
                null,
                null,
                links,
                extras);
    }
}
