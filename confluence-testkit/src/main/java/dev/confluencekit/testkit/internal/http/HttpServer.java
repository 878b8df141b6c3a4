package dev.confluencekit.testkit.internal.http;

import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.edge.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A small HTTP/1.1 server on 127.0.0.1 with a thread per connection.
 *
 * <p>It is our own because faults must happen at exact bytes: cutting a body whose length was
 * announced, sending it a few bytes at a time, closing without an answer. {@code
 * com.sun.net.httpserver} hides its sockets, so none of that can be had from it.
 */
public final class HttpServer implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 512;
    private static final int BACKLOG = 512;

    private final ServerSocket listener;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Crew crew = new Crew();
    private final ThreadPoolExecutor threads;
    private volatile boolean closed;

    private HttpServer(ServerSocket listener) {
        this.listener = listener;
        this.threads =
                new ThreadPoolExecutor(1, MOST_CONNECTIONS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), crew);
    }

    /** Names the threads, and knows them until they have ended. */
    private static final class Crew implements ThreadFactory {
        private final AtomicInteger number = new AtomicInteger();
        private final Set<Thread> alive = ConcurrentHashMap.newKeySet();

        @Override
        public Thread newThread(Runnable task) {
            alive.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
            Thread thread = new Thread(task, "confluence-simulator-" + number.incrementAndGet());
            thread.setDaemon(true);
            alive.add(thread);
            return thread;
        }

        /** A pool calls itself terminated shortly before its last thread is; this waits for the threads. */
        private void join() {
            try {
                for (Thread thread : alive) {
                    thread.join(10_000);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Takes a free port of the loopback address. Nothing is answered before {@link #serve}.
     *
     * @return the server
     * @throws UncheckedIOException if there is no free port
     */
    public static HttpServer bind() {
        try {
            ServerSocket listener = new ServerSocket();
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
            return new HttpServer(listener);
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator found no port on 127.0.0.1", e);
        }
    }

    /**
     * Gives the port.
     *
     * @return a port of 127.0.0.1
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Begins to answer.
     *
     * @param handler answers requests
     * @param refusal answers what is no request; given a status and what is wrong
     */
    public void serve(
            Function<SimulatedRequest, Reply> handler, BiFunction<Integer, String, SimulatedResponse> refusal) {
        threads.execute(() -> accept(handler, refusal));
    }

    private void accept(
            Function<SimulatedRequest, Reply> handler, BiFunction<Integer, String, SimulatedResponse> refusal) {
        while (!closed) {
            try {
                Socket socket = listener.accept();
                Connection connection = new Connection(socket, handler, refusal, connections::remove);
                connections.add(connection);
                start(connection);
            } catch (IOException e) {
                if (!closed) {
                    throw new UncheckedIOException("the simulator lost its listening socket", e);
                }
            }
        }
    }

    /** A connection beyond the bound is closed at once, as a full server does. */
    private void start(Connection connection) {
        try {
            threads.execute(connection);
            if (closed) {
                // It came while close() was going through the connections, and may have been overlooked.
                connection.close();
            }
        } catch (RejectedExecutionException full) {
            connection.close();
        }
    }

    /** Closes the port and every connection, and waits until no thread is left. */
    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator could not close its port", e);
        } finally {
            connections.forEach(Connection::close);
            threads.shutdownNow();
            crew.join();
        }
    }
}
