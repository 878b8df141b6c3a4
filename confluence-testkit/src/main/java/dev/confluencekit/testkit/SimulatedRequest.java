package dev.confluencekit.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request to the simulator without a socket, as {@link ConfluenceSimulator#exchange} takes it.
 * Immutable. Its {@code toString} shows method and path only: headers may carry a key.
 */
public final class SimulatedRequest {

    private final String method;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private SimulatedRequest(String method, String target, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Describes a GET request.
     *
     * @param target path and query as they stand in a request line, percent-encoded, such as
     *     {@code /wiki/api/v2/spaces?limit=1}
     * @return the request
     */
    public static SimulatedRequest get(String target) {
        return of("GET", target);
    }

    /**
     * Describes a request without headers and body.
     *
     * @param method the HTTP method, in capitals
     * @param target path and query, percent-encoded, beginning with a slash
     * @return the request
     * @throws IllegalArgumentException if the target does not begin with a slash
     */
    public static SimulatedRequest of(String method, String target) {
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException("a target begins with a slash");
        }
        return new SimulatedRequest(method, target, new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new byte[0]);
    }

    /**
     * Adds a header.
     *
     * @param name the header name
     * @param value its value
     * @return a new request
     */
    public SimulatedRequest withHeader(String name, String value) {
        Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        List<String> values = new ArrayList<>(headers.getOrDefault(name, List.of()));
        values.add(value);
        changed.put(name, List.copyOf(values));
        return new SimulatedRequest(method, target, changed, body);
    }

    /**
     * Adds the {@code Authorization} header that Confluence Cloud wants of API keys.
     *
     * @param email the user name
     * @param apiKey the key
     * @return a new request
     */
    public SimulatedRequest withBasicAuth(String email, String apiKey) {
        byte[] pair = (email + ":" + apiKey).getBytes(StandardCharsets.UTF_8);
        return withHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /**
     * Sets the body.
     *
     * @param bytes the body; copied
     * @return a new request
     */
    public SimulatedRequest withBody(byte[] bytes) {
        return new SimulatedRequest(method, target, headers, bytes.clone());
    }

    /**
     * Gives the HTTP method.
     *
     * @return the method, in capitals
     */
    public String method() {
        return method;
    }

    /**
     * Gives path and query as they stand in the request line.
     *
     * @return the request target
     */
    public String target() {
        return target;
    }

    /**
     * Gives the path alone.
     *
     * @return the path, still percent-encoded
     */
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /**
     * Gives the query alone.
     *
     * @return the query without its question mark, still percent-encoded; empty if there is none
     */
    public String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    /**
     * Gives the first value of a header.
     *
     * @param name the header name, in any case
     * @return the value, or empty
     */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /**
     * Gives all headers.
     *
     * @return an unmodifiable map whose keys compare without case
     */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /**
     * Gives the body.
     *
     * @return a copy of the bytes
     */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
