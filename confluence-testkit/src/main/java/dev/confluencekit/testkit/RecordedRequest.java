package dev.confluencekit.testkit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the journal keeps of one request; never a key, never a header value.
 *
 * @param at when it came, by the simulator's clock
 * @param method the HTTP method
 * @param path the path as it stood in the request line, with the gateway prefix if it had one
 * @param query the query as it stood in the request line; empty if there was none
 * @param status the status of the answer, or 0 if the connection was dropped without one
 * @param headerNames the names of the request's headers, in lower case
 * @param authenticated whether the credentials were those of a known account with a valid key
 * @param account the user name of that account; empty if not authenticated
 */
public record RecordedRequest(
        Instant at,
        String method,
        String path,
        String query,
        int status,
        Set<String> headerNames,
        boolean authenticated,
        Optional<String> account) {}
