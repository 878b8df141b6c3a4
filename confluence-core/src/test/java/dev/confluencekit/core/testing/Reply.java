package dev.confluencekit.core.testing;

import dev.confluencekit.core.transport.ReceivedBody;
import dev.confluencekit.core.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** An answer as a server gives it: by the book, or as the very bytes. Immutable. */
public final class Reply {
    private final int status;
    private final List<Map.Entry<String, String>> headers;
    private final byte[] body;
    private final boolean raw;

    private Reply(int status, List<Map.Entry<String, String>> headers, byte[] body, boolean raw) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.raw = raw;
    }

    /** An answer without a body. */
    public static Reply status(int status) {
        return new Reply(status, List.of(), new byte[0], false);
    }

    /** A 200 with JSON. */
    public static Reply ok(String json) {
        return status(200).json(json);
    }

    /** Exactly these bytes, after which the connection is closed. */
    public static Reply raw(String bytes) {
        return new Reply(0, List.of(), bytes.getBytes(StandardCharsets.UTF_8), true);
    }

    /** Adds a header. */
    public Reply header(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Reply(status, more, body, raw);
    }

    /** Sets a JSON body. */
    public Reply json(String json) {
        return body("application/json", json);
    }

    /** Sets a body. */
    public Reply body(String contentType, String text) {
        return header("Content-Type", contentType).bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets the bytes of the body. */
    public Reply bytes(byte[] bytes) {
        return new Reply(status, headers, bytes.clone(), raw);
    }

    /** The same answer, compressed. */
    public Reply gzipped() {
        return bytes(gzip(body)).header("Content-Encoding", "gzip");
    }

    /** Compresses bytes. */
    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As it goes over the wire; the connection is not used again. */
    byte[] wire() {
        if (raw) {
            return body.clone();
        }
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
        headers.forEach(h -> head.append(h.getKey() + ": " + h.getValue() + "\r\n"));
        if (status != 204 && status != 304) {
            head.append("Content-Length: " + body.length + "\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    TransportResponse response() {
        Map<String, List<String>> map = headers.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new TransportResponse(status, HttpHeaders.of(map, (a, b) -> true), ReceivedBody.of(body));
    }

    @Override
    public String toString() {
        return raw ? "raw bytes" : status + " " + headers;
    }
}
