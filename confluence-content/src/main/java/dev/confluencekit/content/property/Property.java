package dev.confluencekit.content.property;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A property of content or of a space (schemas {@code ContentProperty}, {@code SpaceProperty}).
 *
 * @param id the id of the property
 * @param key its key
 * @param value its JSON value as maps, lists, strings, numbers and booleans
 * @param version its version
 * @param extras what else the service sent
 */
public record Property(
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("key") @Nullable String key,
        @JsonProperty("value") @Nullable Object value,
        @JsonProperty("version") @Nullable Version version,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public Property {
        extras = UnknownMembers.copy(extras);
    }
}
