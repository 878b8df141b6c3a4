package dev.confluencekit.core.transport;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it goes over the wire.
 *
 * @param method the HTTP method
 * @param uri the absolute address
 * @param headers the headers, the credential among them; {@link #toString()} leaves their values out
 * @param body the body, or null for none
 * @param timeout the time limit for the whole exchange, body included
 * @param maxBytes the most bytes of body to receive, as sent (before decompression)
 */
public record TransportRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        HttpRequest.@Nullable BodyPublisher body,
        Duration timeout,
        long maxBytes) {
    /** Copies the headers. */
    public TransportRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * Method and path.
     *
     * @return never a header's value, a query or a body
     */
    @Override
    public String toString() {
        return method + " " + uri.getRawPath();
    }
}
