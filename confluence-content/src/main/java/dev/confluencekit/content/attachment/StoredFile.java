package dev.confluencekit.content.attachment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What version 1 of the interface tells of the file of an attachment.
 *
 * @param mediaType its type
 * @param mediaTypeDescription the type in words for people
 * @param comment the comment on its present version
 * @param fileId what bodies in {@code atlas_doc_format} call it
 * @param fileSize its size in bytes
 * @param extras what else the service sent
 */
public record StoredFile(
        @JsonProperty("mediaType") @Nullable String mediaType,
        @JsonProperty("mediaTypeDescription") @Nullable String mediaTypeDescription,
        @JsonProperty("comment") @Nullable String comment,
        @JsonProperty("fileId") @Nullable String fileId,
        @JsonProperty("fileSize") @Nullable Long fileSize,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public StoredFile {
        extras = UnknownMembers.copy(extras);
    }
}
