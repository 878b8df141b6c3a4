package dev.confluencekit.core.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Sends one request and receives one whole response. No retrying, no redirects, no cookies, no decoding: those are
 * decided elsewhere. Implementations are safe for use by many threads.
 */
public interface Transport extends AutoCloseable {
    /**
     * Sends the request and waits for the whole response.
     *
     * <p>The time limit of the request covers everything from connecting to the last byte of the body. When it passes,
     * when the byte limit is crossed, or when the thread is interrupted, the connection is closed or reset at once: a
     * slow server cannot hold it.
     *
     * @param request what to send
     * @return the response, whatever its status; 3xx included
     * @throws TransportFault if no whole response arrived
     * @throws InterruptedException if the thread is interrupted
     */
    TransportResponse exchange(TransportRequest request) throws TransportFault, InterruptedException;

    /**
     * Sends a request whose body, or whose answer, may be of any size. The time limit of the request is not one for the whole:
     * it is the longest time without progress, which is a piece of the request's body that was taken to be sent, or a piece
     * of the answer that arrived. What the sink itself needs is not counted. The byte limit holds for an answer that the sink
     * does not take. A stall, an interrupt, or a sink that throws closes the connection at once.
     *
     * <p>The default is for transports that know {@link #exchange} only: it holds the answer in memory, within the byte
     * limit, and takes the time limit for one of the whole exchange.
     *
     * @param request what to send
     * @param sink takes the body of the answer, if it wants to
     * @return the response; its body is empty if the sink has taken it
     * @throws TransportFault if no whole response arrived
     * @throws InterruptedException if the thread is interrupted
     * @throws IOException what the sink threw
     */
    default TransportResponse transfer(TransportRequest request, BodySink sink)
            throws TransportFault, InterruptedException, IOException {
        TransportResponse answer = exchange(request);
        if (!sink.takes(answer.status(), answer.headers())) {
            return answer;
        }
        try (InputStream in = answer.body().drain()) {
            byte[] piece = new byte[16 * 1024];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                sink.write(ByteBuffer.wrap(piece, 0, count));
            }
        }
        return new TransportResponse(answer.status(), answer.headers(), ReceivedBody.empty());
    }

    /** Ends the exchanges in flight and gives back what this transport itself has made. Idempotent. */
    @Override
    void close();
}
