package dev.confluencekit.content.raw;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.request.RawAnswer;

/**
 * Calls operations that have no typed client, through the same gate, retries, limits and checks. Safe for use by many threads;
 * made by the integration and living as long as it.
 *
 * <pre>{@code
 * RawAnswer answer = raw.call(RawRequest.get("/wiki/rest/api/content/{id}/restriction").path("id", "98304"));
 * String json = answer.json();
 * }</pre>
 */
public interface RawClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static RawClient over(ConfluenceConnection connection) {
        return new DefaultRawClient(connection);
    }

    /**
     * Makes a call. What reads is repeated after a passing fault; what writes is repeated only where it certainly had no effect,
     * and a lost answer is told by {@code FailedCall.outcomeUnknown}.
     *
     * @param request the call
     * @return the answer of success, JSON or nothing
     * @throws dev.confluencekit.core.error.InvalidArgumentException if a parameter of the path has no value, or a value has no
     *     place in the path
     * @throws dev.confluencekit.core.error.ConfluenceException if it fails; a refusal as a
     *     {@link dev.confluencekit.core.error.ConfluenceApiException}, an answer that is no JSON as a
     *     {@link dev.confluencekit.core.error.ConfluenceProtocolException}
     */
    RawAnswer call(RawRequest request);
}
