package dev.confluencekit.core.error;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer by which Confluence refused a call.
 *
 * @param status the HTTP status
 * @param message Confluence's own message, shortened and with credentials masked; empty if it sent none
 * @param errors the entries of the error body, possibly none
 * @param requestId the id under which Atlassian can find the request, if one was sent
 * @param retryAt the earliest instant at which trying again makes sense, if the service named one
 * @param passing whether the answer says something about the moment rather than about the request
 * @param denial why the caller was not let in, if the answer says so
 */
public record ApiAnswer(
        int status,
        String message,
        List<ApiError> errors,
        @Nullable String requestId,
        @Nullable Instant retryAt,
        boolean passing,
        @Nullable Denial denial)
        implements Serializable {
    /** Copies the list. */
    public ApiAnswer {
        errors = List.copyOf(errors);
    }

    /**
     * An answer that is about the request.
     *
     * @param status the HTTP status
     * @param message Confluence's own message
     * @param errors the entries of the error body
     * @param requestId the id of the request, if one was sent
     * @param retryAt the earliest instant at which trying again makes sense, if the service named one
     */
    public ApiAnswer(
            int status, String message, List<ApiError> errors, @Nullable String requestId, @Nullable Instant retryAt) {
        this(status, message, errors, requestId, retryAt, false, null);
    }

    /**
     * The same answer with another time to come back at.
     *
     * @param instant the earliest instant at which trying again makes sense
     * @return a copy
     */
    public ApiAnswer withRetryAt(@Nullable Instant instant) {
        return new ApiAnswer(status, message, errors, requestId, instant, passing, denial);
    }
}
