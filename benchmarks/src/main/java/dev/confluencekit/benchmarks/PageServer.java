package dev.confluencekit.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves the listings of v2 over plain HTTP on this machine, at one port or at many, as fast as a small server can: what
 * it sends is written beforehand, connections are kept, each has a thread.
 */
final class PageServer implements AutoCloseable {
    private static final String SPACES = "/wiki/api/v2/spaces";
    private static final String PAGES = "/wiki/api/v2/pages";
    private static final int STACK = 256 * 1024;
    private static final int BACKLOG = 512;

    private final ServedPages pages;
    private final byte[] spaces;
    private final int latencyMillis;
    private final Selector selector = Selector.open();
    private final List<Integer> ports = new ArrayList<>();

    PageServer(ServedPages pages, int latencyMillis, int origins) throws IOException {
        this.pages = pages;
        this.spaces = pages.spaces();
        this.latencyMillis = latencyMillis;
        for (int i = 0; i < origins; i++) {
            ServerSocketChannel door = ServerSocketChannel.open();
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            door.configureBlocking(false);
            door.register(selector, SelectionKey.OP_ACCEPT);
            ports.add(door.socket().getLocalPort());
        }
        start("accept", this::acceptAll);
    }

    List<Integer> ports() {
        return List.copyOf(ports);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(null, work, "page-server-" + name, STACK);
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        try {
            while (selector.isOpen()) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    SocketChannel caller = ((ServerSocketChannel) key.channel()).accept();
                    if (caller != null) {
                        start("connection", () -> serve(caller.socket()));
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (ClosedSelectorException e) {
            return;
        } catch (IOException e) {
            throw new IllegalStateException("the server cannot accept connections", e);
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            caller.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(caller.getInputStream());
            OutputStream out = caller.getOutputStream();
            while (true) {
                String line = requestLine(in);
                if (line == null) {
                    return;
                }
                if (latencyMillis > 0) {
                    Thread.sleep(latencyMillis);
                }
                answer(Requested.of(line), out);
            }
        } catch (IOException e) {
            // The caller went away, which is the caller's business.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first line of a request; the others are read past. Null at the end of the connection. */
    private static @Nullable String requestLine(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        for (String header = line(in); header != null && !header.isEmpty(); ) {
            header = line(in);
        }
        return first;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1);
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return null;
    }

    private void answer(Requested request, OutputStream out) throws IOException {
        String path = request.path();
        try {
            if (path.equals(SPACES)) {
                send(out, 200, "", "{\"results\":[", spaces, "],\"_links\":{}}");
            } else if (path.equals(PAGES)) {
                String space = request.query().get("space-id");
                list(request, space == null ? -1 : pages.space(space), out);
            } else if (path.startsWith(SPACES + "/") && path.endsWith("/pages")) {
                String id = path.substring(SPACES.length() + 1, path.length() - "/pages".length());
                list(request, pages.space(id), out);
            } else {
                send(out, 404, "", "{\"errors\":[{\"status\":404,\"code\":\"NOT_FOUND\"}]}", new byte[0], "");
            }
        } catch (IllegalArgumentException e) {
            send(out, 400, "", "{\"errors\":[{\"status\":400,\"code\":\"INVALID\"}]}", new byte[0], "");
        }
    }

    private static void send(OutputStream out, int status, String headers, String before, byte[] middle, String after)
            throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(middle.length + 512);
        head(all, status, headers, before.length() + middle.length + after.length());
        all.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(middle);
        all.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
        all.writeTo(out);
    }

    private static void head(ByteArrayOutputStream all, int status, String headers, long length) {
        String text = "HTTP/1.1 " + status + " Measured\r\nContent-Type: application/json;charset=UTF-8\r\n" + headers
                + "Content-Length: " + length + "\r\n\r\n";
        all.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void list(Requested request, int space, OutputStream out) throws IOException {
        int from = Math.min(request.offset(), pages.count(space));
        int to = Math.min(from + request.limit(), pages.count(space));
        String next = to < pages.count(space)
                ? request.path() + "?limit=" + request.limit() + "&body-format=storage&status=current"
                        + (request.query().containsKey("space-id")
                                ? "&space-id=" + request.query().get("space-id")
                                : "")
                        + "&cursor=p" + to
                : null;
        String before = "{\"results\":[";
        String after = next == null
                ? "],\"_links\":{\"base\":\"http://localhost/wiki\"}}"
                : "],\"_links\":{\"next\":\"" + next + "\",\"base\":\"http://localhost/wiki\"}}";
        long size = before.length() + pages.size(space, from, to) + after.length();
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) size + 1024);
        head(all, 200, next == null ? "" : "Link: <" + next + ">; rel=\"next\"\r\n", size);
        all.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
        pages.write(space, from, to, all);
        all.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
        all.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        if (!selector.isOpen()) {
            return;
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
