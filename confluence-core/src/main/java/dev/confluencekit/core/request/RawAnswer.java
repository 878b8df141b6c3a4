package dev.confluencekit.core.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of the service as it came.
 *
 * @param status the HTTP status, one of success
 * @param json the body, valid JSON; empty if the answer has none
 * @param headers the headers that say something of the answer (paging, limits, versions, ids), names in lower case
 */
public record RawAnswer(int status, String json, Map<String, List<String>> headers) {
    /** Copies the headers. */
    public RawAnswer {
        headers = Map.copyOf(headers);
    }

    /**
     * The first value of a header.
     *
     * @param name the header's name, in any case
     * @return the value, if the header was sent and is one of those that are kept
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /**
     * Status and size.
     *
     * @return never the body
     */
    @Override
    public String toString() {
        return status + ", " + json.length() + " characters";
    }
}
