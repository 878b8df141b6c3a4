package dev.confluencekit.content.attachment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where people find it, in a browser.
 *
 * @param webui where to look at it
 * @param download where a browser fetches it; API keys are refused there, {@link AttachmentsClient#download} goes elsewhere
 * @param base the site's own address
 * @param extras what else the service sent
 */
public record AttachmentLinks(
        @JsonProperty("webui") @Nullable String webui,
        @JsonProperty("download") @Nullable String download,
        @JsonProperty("base") @Nullable String base,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public AttachmentLinks {
        extras = UnknownMembers.copy(extras);
    }
}
