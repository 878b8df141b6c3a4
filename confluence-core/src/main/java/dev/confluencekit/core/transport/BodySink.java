package dev.confluencekit.core.transport;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;

/** Takes the body of an answer piece by piece, so that it need not fit into memory. For one exchange. */
public interface BodySink {
    /**
     * Decides by status and headers whether the body comes here. What is not taken is collected like any other answer, within
     * the byte limit of the request. Called once, before the first {@link #write}, and not always on the calling thread.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @return whether the body is written here
     */
    boolean takes(int status, HttpHeaders headers);

    /**
     * Takes the next bytes; called on the thread that called the transport. As long as it takes its time, no more is read.
     *
     * @param bytes the bytes, valid during this call only
     * @throws IOException if they cannot be kept, which ends the exchange
     */
    void write(ByteBuffer bytes) throws IOException;

    /**
     * A sink that takes nothing: for requests of which only the body is large.
     *
     * @return a sink
     */
    static BodySink none() {
        return NothingTaken.SINK;
    }
}
