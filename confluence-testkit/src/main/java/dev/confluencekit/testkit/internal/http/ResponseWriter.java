package dev.confluencekit.testkit.internal.http;

import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.edge.FailureSpec.Fault;
import dev.confluencekit.testkit.internal.edge.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Writes answers to one connection, head and body in one piece unless a fault wants otherwise. */
final class ResponseWriter {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(206, "Partial Content"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(410, "Gone"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private final OutputStream out;

    ResponseWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes an answer after its latency.
     *
     * @return whether the connection can go on
     */
    boolean write(Reply reply, boolean headOnly, boolean keepAlive) throws IOException, InterruptedException {
        SimulatedResponse response = reply.response();
        pause(response.latency());
        byte[] body = headOnly ? new byte[0] : response.body();
        byte[] head = head(response, keepAlive);
        if (reply.fault() == Fault.DRIBBLE) {
            dribble(head, body, reply);
            return keepAlive;
        }
        int length = reply.fault() == Fault.CUT ? Math.min(reply.bytes(), body.length) : body.length;
        ByteArrayOutputStream message = new ByteArrayOutputStream(head.length + length);
        message.writeBytes(head);
        message.write(body, 0, length);
        out.write(message.toByteArray());
        out.flush();
        return keepAlive && reply.fault() != Fault.CUT;
    }

    private void dribble(byte[] head, byte[] body, Reply reply) throws IOException, InterruptedException {
        out.write(head);
        out.flush();
        for (int start = 0; start < body.length; start += reply.bytes()) {
            out.write(body, start, Math.min(reply.bytes(), body.length - start));
            out.flush();
            pause(reply.pause());
        }
    }

    /** The only real sleep in the simulator, and only where a test asked for one. */
    private static void pause(Duration time) throws InterruptedException {
        if (!time.isZero()) {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }
    }

    private static byte[] head(SimulatedResponse response, boolean keepAlive) {
        int status = response.status();
        StringBuilder head = new StringBuilder(512);
        head.append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(REASONS.getOrDefault(status, "Status"))
                .append("\r\n");
        response.headers()
                .forEach((name, values) -> values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n")));
        if (status >= 200 && status != 204 && status != 304) {
            head.append("Content-Length: ").append(response.bodyLength()).append("\r\n");
        }
        head.append("Connection: ").append(keepAlive ? "keep-alive" : "close").append("\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
