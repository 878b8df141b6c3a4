package dev.confluencekit.core.transport;

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

    /** Ends the exchanges in flight and gives back what this transport itself has made. Idempotent. */
    @Override
    void close();
}
