package dev.confluencekit.content.operation;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that the account may do (schema {@code Operation}).
 *
 * @param operation what, such as {@code read} or {@code update}
 * @param targetType to what, such as {@code page}
 * @param extras what else the service sent
 */
public record Operation(
        @JsonProperty("operation") @Nullable String operation,
        @JsonProperty("targetType") @Nullable String targetType,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public Operation {
        extras = UnknownMembers.copy(extras);
    }
}
