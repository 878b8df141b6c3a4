package dev.confluencekit.content.longtask;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a long task is (schemas {@code LongTaskStatus} and {@code LongTaskStatusWithLinks}).
 *
 * @param id the id of the task
 * @param elapsedTime how long it has been running, in milliseconds
 * @param percentageComplete from 0 to 100
 * @param successful whether it went well, once it is finished
 * @param finished whether it has ended
 * @param status the service's word for its state, if it gives one
 * @param messages what it says of itself
 * @param errors what went wrong
 * @param additionalDetails what it made, among other things
 * @param extras what else the service sent
 */
public record LongTask(
        @JsonProperty("id") LongTaskId id,
        @JsonProperty("elapsedTime") @Nullable Long elapsedTime,
        @JsonProperty("percentageComplete") @Nullable Integer percentageComplete,
        @JsonProperty("successful") @Nullable Boolean successful,
        @JsonProperty("finished") @Nullable Boolean finished,
        @JsonProperty("status") @Nullable String status,
        @JsonProperty("messages") @Nullable List<LongTaskMessage> messages,
        @JsonProperty("errors") @Nullable List<LongTaskMessage> errors,
        @JsonProperty("additionalDetails") @Nullable Map<String, Object> additionalDetails,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the lists; the id is required. */
    public LongTask {
        MissingMemberException.require(id, "id");
        messages = messages == null ? null : List.copyOf(messages);
        errors = errors == null ? null : List.copyOf(errors);
        additionalDetails =
                additionalDetails == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(additionalDetails));
        extras = UnknownMembers.copy(extras);
    }

    /**
     * Whether it has ended, well or not.
     *
     * @return true if so
     */
    public boolean isFinished() {
        return Boolean.TRUE.equals(finished);
    }

    /**
     * Whether it has ended well.
     *
     * @return true if so
     */
    public boolean isSuccessful() {
        return isFinished() && Boolean.TRUE.equals(successful);
    }

    /**
     * What it made.
     *
     * @return the id of the content, such as the topmost page of a copy, if the task names it
     */
    public Optional<ContentId> destination() {
        Object id = additionalDetails == null ? null : additionalDetails.get("destinationId");
        return id == null || id.toString().isEmpty() ? Optional.empty() : Optional.of(ContentId.of(id.toString()));
    }
}
