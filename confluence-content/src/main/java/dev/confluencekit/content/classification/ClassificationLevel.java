package dev.confluencekit.content.classification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ClassificationLevelId;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How confidential content is (schema {@code ClassificationLevel}).
 *
 * @param id the id of the level
 * @param status whether it is in use
 * @param order its place among the levels
 * @param name its name
 * @param description what it means
 * @param guideline how to treat such content
 * @param color the service's name of its colour, such as {@code RED}
 * @param extras what else the service sent
 */
public record ClassificationLevel(
        @JsonProperty("id") ClassificationLevelId id,
        @JsonProperty("status") @Nullable ClassificationLevelStatus status,
        @JsonProperty("order") @Nullable BigDecimal order,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("description") @Nullable String description,
        @JsonProperty("guideline") @Nullable String guideline,
        @JsonProperty("color") @Nullable String color,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public ClassificationLevel {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
