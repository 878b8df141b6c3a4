package dev.confluencekit.core.transport;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The empty body of a GET that refuses to be sent twice. When a connection ends before an answer begins, the JDK's client
 * sends a GET once more of its own accord and tells nobody, which would double every attempt of an outage. Whether to
 * repeat is the pipeline's to decide; the client asks a body for its length each time it sends, and so can be stopped.
 */
final class SingleSend implements HttpRequest.BodyPublisher {
    /** The newest JDK on which this has been tried; with later ones a second request is counted instead. */
    private static final int NEWEST_TRIED = 25;

    private final AtomicBoolean sent = new AtomicBoolean();

    static boolean isKnownToWork() {
        return Runtime.version().feature() <= NEWEST_TRIED;
    }

    /** The JDK was about to send a request for the second time. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Refused() {
            super("not sent again", null, false, false);
        }
    }

    @Override
    public long contentLength() {
        if (!sent.compareAndSet(false, true)) {
            throw new Refused();
        }
        return 0;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        HttpRequest.BodyPublishers.noBody().subscribe(subscriber);
    }
}
