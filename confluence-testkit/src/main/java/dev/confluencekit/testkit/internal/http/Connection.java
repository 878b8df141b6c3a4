package dev.confluencekit.testkit.internal.http;

import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.edge.FailureSpec.Fault;
import dev.confluencekit.testkit.internal.edge.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** One client connection: requests one after the other until either side has enough. */
final class Connection implements Runnable {

    private static final int IDLE_MILLIS = 300_000;

    private final Socket socket;
    private final Function<SimulatedRequest, Reply> handler;
    private final BiFunction<Integer, String, SimulatedResponse> refusal;
    private final Consumer<Connection> onEnd;

    Connection(
            Socket socket,
            Function<SimulatedRequest, Reply> handler,
            BiFunction<Integer, String, SimulatedResponse> refusal,
            Consumer<Connection> onEnd) {
        this.socket = socket;
        this.handler = handler;
        this.refusal = refusal;
        this.onEnd = onEnd;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            converse(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException clientGone) {
            // A client may leave at any time, and close() makes it look so; there is nobody to tell.
            return;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            onEnd.accept(this);
        }
    }

    private void converse(InputStream in, OutputStream out) throws IOException, InterruptedException {
        RequestReader reader = new RequestReader(in, out);
        ResponseWriter writer = new ResponseWriter(out);
        boolean open = true;
        while (open) {
            Optional<SimulatedRequest> request;
            try {
                request = reader.next();
            } catch (MalformedRequestException e) {
                Reply reply = Reply.whole(refusal.apply(e.status(), String.valueOf(e.getMessage())));
                writer.write(reply, false, false);
                return;
            }
            open = request.isPresent() && answer(request.get(), reader.keepAlive(), writer);
        }
    }

    private boolean answer(SimulatedRequest request, boolean keepAlive, ResponseWriter writer)
            throws IOException, InterruptedException {
        Reply reply = handler.apply(request);
        if (reply.fault() == Fault.DROP) {
            // Zero linger makes it a reset, which no client can take for an end.
            socket.setSoLinger(true, 0);
            return false;
        }
        return writer.write(reply, request.method().equals("HEAD"), keepAlive);
    }

    void close() {
        onEnd.accept(this);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator could not close a connection", e);
        }
    }
}
