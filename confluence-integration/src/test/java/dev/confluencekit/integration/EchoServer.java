package dev.confluencekit.integration;

import dev.confluencekit.recorder.ExchangeRecorder;
import dev.confluencekit.recorder.RecordedExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A site that answers in raw bytes, so that it can put what it received into any part of its answer. */
final class EchoServer implements AutoCloseable {
    /** Makes an answer of a path and the value of the Authorization header; an empty one drops the connection. */
    @FunctionalInterface
    interface Script {
        /** Status line, headers and body. */
        String answer(String path, String authorization);
    }

    private final ServerSocket socket;
    private final AtomicInteger withTheKey = new AtomicInteger();
    private volatile Script script = (path, authorization) -> "";

    EchoServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    void play(Script next) {
        script = next;
        withTheKey.set(0);
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    int requestsWithTheKey() {
        return withTheKey.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                daemon(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            String first = in.readLine();
            if (first == null) {
                return;
            }
            String authorization = "";
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.regionMatches(true, 0, "authorization: ", 0, 15)) {
                    authorization = line.substring(15);
                    withTheKey.incrementAndGet();
                }
            }
            ExchangeRecorder.ofThisJvm().record(RecordedExchange.request("GET", first.split(" ", -1)[1], Map.of(), ""));
            String answer = script.answer(first.split(" ", -1)[1], authorization);
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // The client has hung up, which is its right.
            return;
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "echo-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
