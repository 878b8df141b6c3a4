package dev.confluencekit.core.testing;

import java.util.Map;

/**
 * A request as a server saw it.
 *
 * @param method the method
 * @param target path and query
 * @param headers the headers, names in lower case
 * @param body the body
 */
public record Received(String method, String target, Map<String, String> headers, String body) {
    /** The value of a header; empty if it was not sent. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
