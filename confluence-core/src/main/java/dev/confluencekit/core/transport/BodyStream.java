package dev.confluencekit.core.transport;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one exchange on their way between the HTTP client's threads and the caller's, and when the last of them
 * moved. A few pieces wait at most.
 */
final class BodyStream {
    private static final List<ByteBuffer> END = List.of();
    private static final int PIECES_AHEAD = 8;

    private final long stallNanos;
    private final BlockingQueue<List<ByteBuffer>> pieces = new LinkedBlockingQueue<>();
    private final Relay relay = new Relay();
    private volatile long lastMoved = System.nanoTime();

    BodyStream(Duration stall) {
        this.stallNanos = stall.toNanos();
    }

    /** Something moved. */
    void progressed() {
        lastMoved = System.nanoTime();
    }

    /** The same request with a body whose pieces are noticed as the client takes them. */
    TransportRequest watching(TransportRequest request) {
        HttpRequest.BodyPublisher body = request.body();
        return body == null || body.contentLength() == 0
                ? request
                : new TransportRequest(
                        request.method(),
                        request.uri(),
                        request.headers(),
                        new Watched(body),
                        request.timeout(),
                        request.maxBytes());
    }

    /** What the client gives the body to. */
    HttpResponse.BodySubscriber<ReceivedBody> relay() {
        return relay;
    }

    /** The exchange is over, well or badly; nothing comes after that. */
    void end() {
        pieces.add(END);
    }

    /**
     * Hands what arrives to the sink until the exchange is over.
     *
     * @throws TimeoutException if nothing moved for too long
     */
    @SuppressWarnings("ReferenceEquality") // the end is that one list; the client may well give an empty one
    void passOn(BodySink sink) throws TimeoutException, InterruptedException, IOException {
        while (true) {
            long left = stallNanos - (System.nanoTime() - lastMoved);
            List<ByteBuffer> piece = left <= 0 ? pieces.poll() : pieces.poll(left, TimeUnit.NANOSECONDS);
            if (piece == null) {
                if (System.nanoTime() - lastMoved >= stallNanos) {
                    throw new TimeoutException();
                }
                continue;
            }
            if (piece == END) {
                return;
            }
            for (ByteBuffer bytes : piece) {
                sink.write(bytes);
            }
            // The sink may have taken long, which nobody else is to blame for.
            progressed();
            relay.more();
        }
    }

    /** Its result is there only when the body has ended, so that cancelling the exchange closes the connection till then. */
    private final class Relay implements HttpResponse.BodySubscriber<ReceivedBody> {
        private final CompletableFuture<ReceivedBody> result = new CompletableFuture<>();
        private volatile Flow.@Nullable Subscription subscription;

        @Override
        public CompletionStage<ReceivedBody> getBody() {
            return result;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            if (subscription != null) {
                given.cancel();
                return;
            }
            subscription = given;
            given.request(PIECES_AHEAD);
        }

        void more() {
            Flow.Subscription open = subscription;
            if (open != null) {
                open.request(1);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            progressed();
            // A copy of the list only, lest it be taken for the end.
            pieces.add(new ArrayList<>(buffers));
        }

        @Override
        public void onError(Throwable failure) {
            result.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            result.complete(ReceivedBody.empty());
        }
    }

    /** A body that tells when a piece of it is taken. */
    private final class Watched implements HttpRequest.BodyPublisher {
        private final HttpRequest.BodyPublisher body;

        Watched(HttpRequest.BodyPublisher body) {
            this.body = body;
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            body.subscribe(new Flow.Subscriber<ByteBuffer>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    subscriber.onSubscribe(subscription);
                }

                @Override
                public void onNext(ByteBuffer piece) {
                    progressed();
                    subscriber.onNext(piece);
                }

                @Override
                public void onError(Throwable failure) {
                    subscriber.onError(failure);
                }

                @Override
                public void onComplete() {
                    progressed();
                    subscriber.onComplete();
                }
            });
        }
    }
}
