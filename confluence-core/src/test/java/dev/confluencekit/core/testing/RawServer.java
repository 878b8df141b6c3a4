package dev.confluencekit.core.testing;

import dev.confluencekit.recorder.ExchangeRecorder;
import dev.confluencekit.recorder.RecordedExchange;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server on this machine that plays scripted bytes, and tells what it received and when its peer hung up. */
public final class RawServer implements AutoCloseable {
    /** What happens on one connection; it is closed afterwards. */
    @FunctionalInterface
    public interface Script {
        /** Plays on a new connection. */
        void play(Peer peer) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Script script;
    private final boolean recording;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Semaphore arrivals = new Semaphore(0);
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private RawServer(Script script, boolean recording) {
        this.script = script;
        this.recording = recording;
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::acceptAll);
    }

    /** Plays a script on each connection. */
    public static RawServer playing(Script script) {
        return new RawServer(script, true);
    }

    /** Plays a script as a server that is no Confluence, so that no specification describes what it is asked. */
    public static RawServer elsewhere(Script script) {
        return new RawServer(script, false);
    }

    /** Answers as a server that is no Confluence. */
    public static RawServer answeringElsewhere(Function<Received, Reply> answers) {
        return elsewhere(peer -> answer(peer, answers));
    }

    /** Gives the first request the first reply and so on, each on a connection of its own; the last one repeats. */
    public static RawServer answering(Reply... replies) {
        AtomicInteger next = new AtomicInteger();
        return answering(request -> replies[Math.min(next.getAndIncrement(), replies.length - 1)]);
    }

    /** Answers as a function says, each request on a connection of its own. */
    public static RawServer answering(Function<Received, Reply> answers) {
        return playing(peer -> answer(peer, answers));
    }

    private static void answer(Peer peer, Function<Received, Reply> answers) throws IOException {
        Received request = peer.readRequest();
        if (request != null) {
            peer.send(answers.apply(request).wire());
        }
    }

    /** The address, as a site is typed. */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /** The port. */
    public int port() {
        return socket.getLocalPort();
    }

    /** The requests that arrived whole, in order. */
    public List<Received> requests() {
        return List.copyOf(requests);
    }

    /** How many connections were accepted. */
    public int connections() {
        return connections.get();
    }

    /** Waits for one more request; false if none came within some seconds. */
    public boolean awaitRequest() throws InterruptedException {
        return arrivals.tryAcquire(10, TimeUnit.SECONDS);
    }

    /** Waits until a peer has closed or reset its connection in the middle of a script. */
    public boolean awaitHangUp() throws InterruptedException {
        return hungUp.await(5, TimeUnit.SECONDS);
    }

    /** Waits until no connection is open; false if some still are after some seconds. */
    public boolean awaitNoConnections() throws InterruptedException {
        for (int i = 0; i < 500 && !open.isEmpty(); i++) {
            closed.await(10, TimeUnit.MILLISECONDS);
        }
        return open.isEmpty();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                daemon(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            script.play(new Peer(connection));
        } catch (IOException e) {
            hungUp.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The other end of a connection. */
    public final class Peer {
        private final Socket connection;
        private final InputStream in;

        private Peer(Socket connection) throws IOException {
            this.connection = connection;
            this.in = new BufferedInputStream(connection.getInputStream());
        }

        /** Reads a request without its body and leaves no trace of it; null if the peer has closed. */
        public @Nullable Received readHead() throws IOException {
            String first = readLine();
            if (first == null) {
                return null;
            }
            Map<String, String> headers = readHeaders();
            int methodEnd = first.indexOf(' ');
            return new Received(
                    first.substring(0, methodEnd),
                    first.substring(methodEnd + 1, first.lastIndexOf(' ')),
                    Map.copyOf(headers),
                    "");
        }

        /** Reads that many bytes, or fewer if the peer closes before; gives their number. */
        public long skip(long count) throws IOException {
            byte[] piece = new byte[64 * 1024];
            long left = count;
            while (left > 0) {
                int read = in.read(piece, 0, (int) Math.min(piece.length, left));
                if (read < 0) {
                    break;
                }
                left -= read;
            }
            return count - left;
        }

        private Map<String, String> readHeaders() throws IOException {
            Map<String, String> headers = new HashMap<>();
            for (String line = readLine(); line != null && !line.isEmpty(); line = readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            return headers;
        }

        /** Reads a request with its body; null if the peer has closed before its end. */
        public @Nullable Received readRequest() throws IOException {
            String first = readLine();
            if (first == null) {
                return null;
            }
            Map<String, String> headers = readHeaders();
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                return null;
            }
            int methodEnd = first.indexOf(' ');
            Received request = new Received(
                    first.substring(0, methodEnd),
                    first.substring(methodEnd + 1, first.lastIndexOf(' ')),
                    Map.copyOf(headers),
                    new String(body, StandardCharsets.UTF_8));
            requests.add(request);
            if (recording && !"CONNECT".equals(request.method())) {
                // That one is to a proxy.
                ExchangeRecorder.ofThisJvm()
                        .record(RecordedExchange.request(
                                request.method(),
                                request.target(),
                                RecordedExchange.lists(request.headers()),
                                request.body()));
            }
            arrivals.release();
            return request;
        }

        /** Sends bytes. */
        public void send(byte[] bytes) throws IOException {
            connection.getOutputStream().write(bytes);
            connection.getOutputStream().flush();
        }

        /** Sends a text in UTF-8. */
        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sends a text again and again until the peer hangs up. */
        public void sendForEver(String text, Duration every) throws IOException, InterruptedException {
            while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                send(text);
            }
        }

        /** Waits until the peer hangs up, whatever it sends until then. */
        public void awaitEnd() throws IOException {
            while (in.read() >= 0) {
                Thread.onSpinWait();
            }
            hungUp.countDown();
        }

        /** Ends the connection with a reset instead of an orderly close. */
        public void reset() throws IOException {
            connection.setSoLinger(true, 0);
            connection.close();
        }

        private @Nullable String readLine() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    return line.toString(StandardCharsets.UTF_8).stripTrailing();
                }
                line.write(b);
            }
            return null;
        }
    }
}
