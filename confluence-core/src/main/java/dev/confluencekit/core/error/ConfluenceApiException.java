package dev.confluencekit.core.error;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Confluence (or something in front of it) answered with a status that is not success. */
public class ConfluenceApiException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final FailedCall call;
    private final ApiAnswer answer;

    /**
     * Says what was tried, what came back and what to do.
     *
     * @param call what was tried
     * @param answer what came back
     * @param advice what to do, as one sentence; may be empty
     */
    public ConfluenceApiException(FailedCall call, ApiAnswer answer, String advice) {
        super(message(call, answer, advice));
        this.call = call;
        this.answer = answer;
    }

    private static String message(FailedCall call, ApiAnswer answer, String advice) {
        StringBuilder text = new StringBuilder(call.line());
        text.append(call.attempts() == 0 ? " was not sent: " : " → " + answer.status() + " ");
        text.append(answer.message().isEmpty() ? "(no message)" : answer.message());
        text.append(" (").append(call.effort());
        if (answer.requestId() != null) {
            text.append(", request ").append(answer.requestId());
        }
        text.append(").");
        if (answer.retryAt() != null) {
            text.append(" Try again after ").append(answer.retryAt()).append('.');
        }
        if (!advice.isEmpty()) {
            text.append(' ').append(advice);
        }
        return text.toString();
    }

    /**
     * What was tried.
     *
     * @return the call
     */
    public FailedCall call() {
        return call;
    }

    /**
     * The HTTP status.
     *
     * @return for example 404
     */
    public int status() {
        return answer.status();
    }

    /**
     * Confluence's own message.
     *
     * @return the message, possibly empty
     */
    public String serviceMessage() {
        return answer.message();
    }

    /**
     * The entries of the error body.
     *
     * @return an immutable list, possibly empty
     */
    public List<ApiError> errors() {
        return answer.errors();
    }

    /**
     * The id under which Atlassian can find the request.
     *
     * @return the id, if one was sent
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(answer.requestId());
    }

    /**
     * The earliest instant at which trying again makes sense.
     *
     * @return the instant, if the service named one or a wait for it would have crossed the deadline
     */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(answer.retryAt());
    }

    /**
     * Why the service did not let the caller in.
     *
     * @return the reason, if the answer named one that is known
     */
    public Optional<Denial> denial() {
        return Optional.ofNullable(answer.denial());
    }

    /**
     * Whether the answer says something about the moment rather than about the request: too many requests, a fault of
     * the service, or a 403 or 404 that its edge made up under load. Such a 404 does not mean that something is gone.
     *
     * @return true if the same request may well succeed later
     */
    public boolean isPassing() {
        return answer.passing();
    }
}
