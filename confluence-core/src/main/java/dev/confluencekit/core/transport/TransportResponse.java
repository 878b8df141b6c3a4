package dev.confluencekit.core.transport;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * One whole response.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body as sent, still compressed if it was
 */
public record TransportResponse(int status, HttpHeaders headers, ReceivedBody body) {
    /**
     * The first value of a header.
     *
     * @param name the header's name, in any case
     * @return the value, if the header was sent
     */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /**
     * Status and size.
     *
     * @return never a header's value or the body
     */
    @Override
    public String toString() {
        return status + ", " + body.size() + " bytes";
    }
}
