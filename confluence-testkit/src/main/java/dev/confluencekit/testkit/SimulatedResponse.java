package dev.confluencekit.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** An answer of the simulator. Immutable. */
public final class SimulatedResponse {

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Duration latency;

    private SimulatedResponse(int status, Map<String, List<String>> headers, byte[] body, Duration latency) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.latency = latency;
    }

    /**
     * Makes an answer.
     *
     * @param status the HTTP status
     * @param contentType the {@code Content-Type} header
     * @param body the body; copied
     * @return the answer
     */
    public static SimulatedResponse of(int status, String contentType, byte[] body) {
        return empty(status).withHeader("Content-Type", contentType).withBody(body);
    }

    /**
     * Makes an answer without a body.
     *
     * @param status the HTTP status
     * @return the answer
     */
    public static SimulatedResponse empty(int status) {
        return new SimulatedResponse(status, Map.of(), new byte[0], Duration.ZERO);
    }

    /**
     * Sets a header, replacing what it was.
     *
     * @param name the header name
     * @param value its value
     * @return a new answer
     */
    public SimulatedResponse withHeader(String name, String value) {
        Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.put(name, List.of(value));
        return new SimulatedResponse(status, changed, body, latency);
    }

    /**
     * Sets several headers, replacing what they were.
     *
     * @param added names and values
     * @return a new answer
     */
    public SimulatedResponse withHeaders(Map<String, String> added) {
        Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        added.forEach((name, value) -> changed.put(name, List.of(value)));
        return new SimulatedResponse(status, changed, body, latency);
    }

    /**
     * Sets the body.
     *
     * @param bytes the body; copied
     * @return a new answer
     */
    public SimulatedResponse withBody(byte[] bytes) {
        return new SimulatedResponse(status, headers, bytes.clone(), latency);
    }

    /**
     * Sets the time that the answer takes.
     *
     * @param time a duration of virtual time
     * @return a new answer
     */
    public SimulatedResponse withLatency(Duration time) {
        return new SimulatedResponse(status, headers, body, time);
    }

    /**
     * Gives the HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
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
     * Gives the names of the headers.
     *
     * @return the names in order
     */
    public List<String> headerNames() {
        return new ArrayList<>(headers.keySet());
    }

    /**
     * Gives the body as it goes over the wire, compressed if {@code Content-Encoding} says so.
     *
     * @return a copy of the bytes
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Gives the size of the body on the wire.
     *
     * @return the number of bytes
     */
    public int bodyLength() {
        return body.length;
    }

    /**
     * Gives the body as text, decompressed.
     *
     * @return the text, read as UTF-8
     * @throws UncheckedIOException if a compressed body is damaged
     */
    public String bodyText() {
        if (!header("Content-Encoding").filter("gzip"::equals).isPresent()) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("damaged gzip body of an answer " + status, e);
        }
    }

    /**
     * Gives the time that the answer would have taken by the configured latency and injected delays.
     * Over a socket it is really waited for; {@link ConfluenceSimulator#exchange} only states it.
     *
     * @return the duration, zero by default
     */
    public Duration latency() {
        return latency;
    }

    @Override
    public String toString() {
        return status + " (" + body.length + " bytes)";
    }
}
