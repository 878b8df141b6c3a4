package dev.confluencekit.content.attachment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of version 1 of the interface to the upload of a file: a list of one attachment (schema {@code ContentArray}), or
 * the attachment alone, as the service has given new versions. The clients give it as an {@link Attachment}.
 *
 * @param results the attachment, if there is a list
 * @param id its id, if there is no list
 * @param status where it is in its life, if there is no list
 * @param title its file name, if there is no list
 * @param version its present version, if there is no list
 * @param extensions what is known of the file, if there is no list
 * @param links where people find it, or where the list is
 * @param extras what else the service sent
 */
public record UploadAnswer(
        @JsonProperty("results") @Nullable List<StoredAttachment> results,
        @JsonProperty("id") @Nullable ContentId id,
        @JsonProperty("status") @Nullable ContentStatus status,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("version") @Nullable StoredVersion version,
        @JsonProperty("extensions") @Nullable StoredFile extensions,
        @JsonProperty("_links") @Nullable AttachmentLinks links,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies list and extras; without an attachment it means nothing. */
    public UploadAnswer {
        boolean listed = results != null && !results.isEmpty();
        if (!listed && id == null) {
            throw new MissingMemberException("results");
        }
        results = results == null ? null : List.copyOf(results);
        extras = UnknownMembers.copy(extras);
    }

    Attachment on(ContentOwner owner) {
        if (results != null && !results.isEmpty()) {
            return results.get(0).on(owner);
        }
        if (id == null) {
            throw new IllegalStateException("neither one nor a list, which the constructor refuses");
        }
        return new StoredAttachment(id, status, title, version, extensions, links, extras).on(owner);
    }
}
