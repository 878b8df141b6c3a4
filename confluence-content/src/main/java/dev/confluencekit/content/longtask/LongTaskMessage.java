package dev.confluencekit.content.longtask;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of a long task (schema {@code Message}).
 *
 * @param translation the words
 * @param extras what else the service sent
 */
public record LongTaskMessage(
        @JsonProperty("translation") @Nullable String translation,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public LongTaskMessage {
        extras = UnknownMembers.copy(extras);
    }
}
