package dev.confluencekit.content.label;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A label (schema {@code Label}).
 *
 * @param id the id of the label
 * @param name its name
 * @param prefix {@code global}, {@code my}, {@code team}, {@code system} or another
 * @param extras what else the service sent
 */
public record Label(
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("prefix") @Nullable String prefix,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public Label {
        extras = UnknownMembers.copy(extras);
    }
}
