package dev.confluencekit.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server behind TLS on this machine that plays on each connection once the handshake is done. */
public final class TlsServer implements AutoCloseable {
    /** What happens on one connection; it is closed afterwards. */
    @FunctionalInterface
    public interface Script {
        /** Plays on the connection of that number, counted from 1. */
        void play(int number, SSLSocket connection) throws IOException;
    }

    private final SSLServerSocket socket;
    private final Script script;
    private final Set<SSLSocket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private TlsServer(SSLServerSocket socket, Script script) {
        this.socket = socket;
        this.script = script;
    }

    /** Starts a server that speaks a protocol, {@code http/1.1} or {@code h2}. */
    public static TlsServer playing(SSLContext context, String protocol, Script script) throws IOException {
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 20, InetAddress.getLoopbackAddress());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {protocol});
        socket.setSSLParameters(parameters);
        TlsServer server = new TlsServer(socket, script);
        daemon(server::acceptAll);
        return server;
    }

    /** The address, as a site is typed. */
    public String address() {
        return "https://localhost:" + socket.getLocalPort();
    }

    /** How many connections were accepted. */
    public int connections() {
        return connections.get();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                SSLSocket connection = (SSLSocket) socket.accept();
                open.add(connection);
                int number = connections.incrementAndGet();
                daemon(() -> serve(number, connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(int number, SSLSocket connection) {
        try (connection) {
            connection.startHandshake();
            script.play(number, connection);
        } catch (IOException e) {
            // The client turned away, which is its right and often what a test is about.
            return;
        } finally {
            open.remove(connection);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tls-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (SSLSocket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
