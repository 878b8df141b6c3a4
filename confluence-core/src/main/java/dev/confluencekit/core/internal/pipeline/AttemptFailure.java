package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.FailedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One attempt did not give a result: what that means for the call, and the exception if nothing else is tried. */
final class AttemptFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What may be done about it. */
    enum Remedy {
        /** Nothing: the next attempt would end the same, or might do the work twice. */
        NONE,
        /** Send it again after a short wait. */
        RETRY,
        /** Send it again when the service allows; until then nobody sends anything to this site. */
        RETRY_WHEN_ALLOWED
    }

    private final transient Remedy remedy;
    private final transient @Nullable Duration askedWait;
    private final transient boolean outcomeUnknown;
    private final transient BiFunction<FailedCall, @Nullable Instant, ConfluenceException> exception;
    private transient int requestsSoFar;

    AttemptFailure(
            Remedy remedy,
            @Nullable Duration askedWait,
            boolean outcomeUnknown,
            BiFunction<FailedCall, @Nullable Instant, ConfluenceException> exception) {
        super("an attempt failed", null, false, false);
        this.remedy = remedy;
        this.askedWait = askedWait;
        this.outcomeUnknown = outcomeUnknown;
        this.exception = exception;
    }

    Remedy remedy() {
        return remedy;
    }

    Optional<Duration> askedWait() {
        return Optional.ofNullable(askedWait);
    }

    boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    int requestsSoFar() {
        return requestsSoFar;
    }

    AttemptFailure after(int requests) {
        this.requestsSoFar = requests;
        return this;
    }

    ConfluenceException toException(FailedCall call, @Nullable Instant retryAt) {
        return exception.apply(call, retryAt);
    }
}
