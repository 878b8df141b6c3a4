package dev.confluencekit.core.observe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is told what happens to each call. It can neither change nor break one: an observer that throws is logged once and
 * not asked again. Methods are called on the thread that makes the call, several at once from several threads, and
 * should return quickly: one that blocks holds up that call and no other. An observer that makes calls itself is not
 * told of them. No event holds a credential, a query or a body.
 */
public interface CallObserver {
    /**
     * A call begins.
     *
     * @param call the call
     */
    default void callStarted(CallInfo call) {}

    /**
     * A request of the call has been answered or has failed.
     *
     * @param call the call
     * @param attempt what came of it
     */
    default void attemptFinished(CallInfo call, Attempt attempt) {}

    /**
     * The call is about to wait before its next request.
     *
     * @param call the call
     * @param wait for how long and why
     */
    default void waiting(CallInfo call, Wait wait) {}

    /**
     * The call has ended.
     *
     * @param call the call
     * @param result how it ended
     */
    default void callFinished(CallInfo call, CallResult result) {}

    /**
     * What is known of a call beforehand. Operation and template have few different values, so they suit as labels of
     * metrics.
     *
     * @param site the host of the site
     * @param operation Confluence's name of the operation, such as {@code getPages}
     * @param method the HTTP method
     * @param pathTemplate the path with its parameters unfilled, such as {@code /wiki/api/v2/pages/{id}}
     */
    record CallInfo(String site, String operation, String method, String pathTemplate) {}

    /**
     * One request and what came of it.
     *
     * @param number 1 for the first request of the call
     * @param status the HTTP status, or null if no whole answer came
     * @param bytes the size of the answer's body as sent
     * @param took the time from sending to the last byte
     * @param problem what went wrong, in one word or two, or null
     */
    record Attempt(
            int number,
            @Nullable Integer status,
            long bytes,
            Duration took,
            @Nullable String problem) {}

    /**
     * A wait.
     *
     * @param duration how long it will be
     * @param reason why
     */
    record Wait(Duration duration, WaitReason reason) {}

    /** Why a call waits. */
    enum WaitReason {
        /** A passing fault; the request will be sent again. */
        RETRY,
        /** The service asked for a pause; all calls to this site wait. */
        THROTTLED
    }

    /**
     * The end of a call.
     *
     * @param succeeded whether it gave a result
     * @param attempts how many requests it made
     * @param took its time from start to end, waits included
     * @param error the simple name of the exception it ended with, or null
     */
    record CallResult(
            boolean succeeded,
            int attempts,
            Duration took,
            @Nullable String error) {}
}
