package dev.confluencekit.content.body;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a conversion is (schemas {@code AsyncId} and {@code AsyncContentBody}).
 *
 * @param asyncId the id of a conversion that was begun
 * @param status the service's word: {@code WORKING}, {@code QUEUED}, {@code FAILED}, {@code COMPLETED}, {@code RERUNNING}
 * @param representation the format of the result
 * @param value the result
 * @param error what went wrong
 * @param extras what else the service sent
 */
public record ConversionAnswer(
        @JsonProperty("asyncId") @Nullable String asyncId,
        @JsonProperty("status") @Nullable String status,
        @JsonProperty("representation") @Nullable String representation,
        @JsonProperty("value") @Nullable String value,
        @JsonProperty("error") @Nullable String error,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public ConversionAnswer {
        extras = UnknownMembers.copy(extras);
    }
}
