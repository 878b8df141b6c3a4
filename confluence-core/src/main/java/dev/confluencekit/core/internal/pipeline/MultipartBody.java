package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.transfer.ContentSource;
import dev.confluencekit.core.transfer.Multipart;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An upload on its way: read from its source as fast as the network takes it. Its length is known before. The last bytes,
 * without which the service stores nothing, are given only when the source had exactly as many as it said.
 */
final class MultipartBody implements HttpRequest.BodyPublisher, Closeable {
    private static final int PIECE = 64 * 1024;
    private static final double TWO_TO_52 = 0x1p52;

    private final Multipart multipart;
    private final Lifeline lifeline;
    private final Progress progress;
    private final String boundary;
    private final byte[] head;
    private final byte[] tail;
    private volatile @Nullable IOException failure;
    private volatile boolean whole;
    private volatile @Nullable Reading current;

    MultipartBody(Multipart multipart, RandomGenerator random, Lifeline lifeline) {
        this.multipart = multipart;
        this.lifeline = lifeline;
        this.progress = new Progress(multipart.progress().orElse(null));
        this.boundary = boundary(random);
        this.head = bytes("--" + boundary + "\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"" + multipart.fileName() + "\"\r\n"
                + "Content-Type: " + multipart.mediaType() + "\r\n\r\n");
        this.tail = bytes("\r\n--" + boundary + "\r\n"
                + "Content-Disposition: form-data; name=\"minorEdit\"\r\n\r\n"
                + multipart.isMinorEdit() + "\r\n"
                + multipart.comment().map(this::commentPart).orElse("")
                + "--" + boundary + "--\r\n");
    }

    private String commentPart(String comment) {
        return "--" + boundary + "\r\n"
                + "Content-Disposition: form-data; name=\"comment\"\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                + comment + "\r\n";
    }

    /** Long enough that no file holds it by chance. */
    private static String boundary(RandomGenerator random) {
        StringBuilder out = new StringBuilder("ConfluenceKit");
        for (int i = 0; i < 3; i++) {
            out.append(String.format(Locale.ROOT, "-%013x", (long) (random.nextDouble() * TWO_TO_52)));
        }
        return out.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** What went wrong with the source; null if nothing did. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** Whether all of it has been given away to be sent; before that the service cannot have stored anything. */
    boolean isWhole() {
        return whole;
    }

    @Override
    public long contentLength() {
        return head.length + multipart.source().length() + tail.length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        Reading reading = new Reading(subscriber);
        current = reading;
        subscriber.onSubscribe(reading);
    }

    @Override
    public void close() {
        Reading reading = current;
        if (reading != null) {
            reading.cancel();
        }
    }

    private enum Stage {
        HEAD,
        FILE,
        TAIL,
        OVER
    }

    /** One reading from the beginning. Whoever asks for more while a piece is being read is served by whom reads it. */
    private final class Reading implements Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final AtomicLong wanted = new AtomicLong();
        private final AtomicInteger calls = new AtomicInteger();
        private volatile boolean cancelled;
        private Stage stage = Stage.HEAD;
        private long left = multipart.source().length();
        private @Nullable InputStream in;

        Reading(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            if (count > 0) {
                wanted.accumulateAndGet(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
            } else {
                cancelled = true;
            }
            serve();
        }

        @Override
        public void cancel() {
            cancelled = true;
            serve();
        }

        private void serve() {
            if (calls.getAndIncrement() != 0) {
                return;
            }
            int served = 1;
            do {
                while (stage != Stage.OVER && !cancelled && wanted.get() > 0) {
                    wanted.decrementAndGet();
                    give();
                }
                if (cancelled) {
                    stage = Stage.OVER;
                    closeSource();
                }
                served = calls.addAndGet(-served);
            } while (served != 0);
        }

        private void give() {
            ByteBuffer piece;
            try {
                piece = next();
            } catch (IOException e) {
                fail(e);
                return;
            } catch (RuntimeException | Error e) {
                fail(new IOException("the source threw " + e.getClass().getName(), e));
                return;
            }
            subscriber.onNext(piece);
            if (stage == Stage.OVER) {
                subscriber.onComplete();
            }
        }

        private ByteBuffer next() throws IOException {
            if (lifeline.isClosed()) {
                throw new IOException("the connection was closed");
            }
            if (stage == Stage.HEAD) {
                whole = false;
                in = multipart.source().open();
                stage = Stage.FILE;
                return ByteBuffer.wrap(head);
            }
            ByteBuffer piece = stage == Stage.FILE ? ofFile() : ByteBuffer.allocate(0);
            if (piece.hasRemaining()) {
                return piece;
            }
            stage = Stage.OVER;
            whole = true;
            return ByteBuffer.wrap(tail);
        }

        /** The next bytes of the file; none when it has ended where it should. */
        private ByteBuffer ofFile() throws IOException {
            InputStream open = in;
            if (open == null) {
                throw new IOException("the source is not open");
            }
            ContentSource source = multipart.source();
            if (left == 0) {
                if (open.read() >= 0) {
                    throw new IOException("the source has more than the " + source.length() + " bytes that it named");
                }
                closeSource();
                stage = Stage.TAIL;
                return ByteBuffer.allocate(0);
            }
            byte[] bytes = new byte[(int) Math.min(PIECE, left)];
            int count = open.readNBytes(bytes, 0, bytes.length);
            left -= count;
            if (count < bytes.length) {
                throw new IOException("the source ended after " + (source.length() - left) + " of the "
                        + source.length() + " bytes that it named");
            }
            progress.moved(source.length() - left, OptionalLong.of(source.length()));
            return ByteBuffer.wrap(bytes);
        }

        private void fail(IOException e) {
            failure = e;
            stage = Stage.OVER;
            closeSource();
            subscriber.onError(e);
        }

        private void closeSource() {
            InputStream open = in;
            in = null;
            try {
                if (open != null) {
                    open.close();
                }
            } catch (IOException e) {
                if (failure == null && stage == Stage.FILE) {
                    failure = e;
                }
            }
        }
    }
}
