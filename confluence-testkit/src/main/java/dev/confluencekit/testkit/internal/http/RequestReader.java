package dev.confluencekit.testkit.internal.http;

import dev.confluencekit.testkit.SimulatedRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the requests of one connection. */
final class RequestReader {

    private static final int MOST_HEAD = 64 * 1024;
    private static final int MOST_BODY = 64 * 1024 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VERSION = Pattern.compile("HTTP/1\\.[01]");
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int filled;
    private int headBytes;
    private boolean keepAlive = true;

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Tells whether the last request read leaves the connection open. */
    boolean keepAlive() {
        return keepAlive;
    }

    /** Gives the next request, or nothing if the client closed the connection between two. */
    Optional<SimulatedRequest> next() throws IOException, MalformedRequestException {
        headBytes = 0;
        String line;
        do {
            if (position == filled && !fill()) {
                return Optional.empty();
            }
            line = line();
        } while (line.isEmpty());
        String[] parts = line.split(" ", -1);
        if (parts.length != 3
                || !TOKEN.matcher(parts[0]).matches()
                || !VERSION.matcher(parts[2]).matches()) {
            throw new MalformedRequestException(400, "not a request line");
        }
        SimulatedRequest request = headers(SimulatedRequest.of(parts[0], originForm(parts[1])));
        boolean modern = parts[2].equals("HTTP/1.1");
        if (modern && request.header("Host").isEmpty()) {
            throw new MalformedRequestException(400, "no Host header");
        }
        String connection = request.header("Connection").orElse("").toLowerCase(Locale.ROOT);
        keepAlive = modern ? !connection.contains("close") : connection.contains("keep-alive");
        return Optional.of(body(request));
    }

    /** A client that takes this server for a proxy names the host, too. */
    private static String originForm(String target) throws MalformedRequestException {
        if (target.startsWith("/")) {
            return target;
        }
        int scheme = target.indexOf("://");
        int path = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
        if (path < 0) {
            throw new MalformedRequestException(400, "not a request target");
        }
        return target.substring(path);
    }

    private SimulatedRequest headers(SimulatedRequest start) throws IOException, MalformedRequestException {
        SimulatedRequest request = start;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || !TOKEN.matcher(line.substring(0, colon)).matches()) {
                throw new MalformedRequestException(400, "not a header line");
            }
            request = request.withHeader(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return request;
    }

    private SimulatedRequest body(SimulatedRequest request) throws IOException, MalformedRequestException {
        Optional<String> coding = request.header("Transfer-Encoding");
        Optional<String> length = request.header("Content-Length");
        if (coding.isEmpty() && length.isEmpty()) {
            return request;
        }
        if (coding.isPresent() && (length.isPresent() || !coding.get().equalsIgnoreCase("chunked"))) {
            throw new MalformedRequestException(400, "not a body length");
        }
        int size = length.isPresent() ? size(length.get(), 10) : 0;
        if (request.header("Expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            out.write(CONTINUE);
            out.flush();
        }
        return request.withBody(coding.isPresent() ? chunks() : bytes(size));
    }

    private byte[] chunks() throws IOException, MalformedRequestException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            headBytes = 0;
            String line = line();
            int extension = line.indexOf(';');
            int size = size((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
            if (size == 0) {
                break;
            }
            if (body.size() + size > MOST_BODY) {
                throw new MalformedRequestException(413, "the body is too large");
            }
            body.writeBytes(bytes(size));
            if (!line().isEmpty()) {
                throw new MalformedRequestException(400, "not a chunk");
            }
        }
        while (!line().isEmpty()) {
            // Trailers say nothing that is wanted here.
        }
        return body.toByteArray();
    }

    private static int size(String text, int radix) throws MalformedRequestException {
        try {
            int size = Integer.parseUnsignedInt(text, radix);
            if (size < 0 || size > MOST_BODY) {
                throw new MalformedRequestException(413, "the body is too large");
            }
            return size;
        } catch (NumberFormatException e) {
            throw new MalformedRequestException(400, "not a length");
        }
    }

    private byte[] bytes(int size) throws IOException {
        byte[] bytes = new byte[size];
        int done = 0;
        while (done < size) {
            if (position == filled && !fill()) {
                throw new EOFException("the client left in the middle of a body");
            }
            int part = Math.min(size - done, filled - position);
            System.arraycopy(buffer, position, bytes, done, part);
            position += part;
            done += part;
        }
        return bytes;
    }

    private String line() throws IOException, MalformedRequestException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        while (true) {
            if (position == filled && !fill()) {
                throw new EOFException("the client left in the middle of a request");
            }
            byte next = buffer[position];
            position++;
            headBytes++;
            if (headBytes > MOST_HEAD) {
                throw new MalformedRequestException(431, "the head of the request is too large");
            }
            if (next == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(next);
        }
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer);
        position = 0;
        filled = Math.max(count, 0);
        return count > 0;
    }
}
