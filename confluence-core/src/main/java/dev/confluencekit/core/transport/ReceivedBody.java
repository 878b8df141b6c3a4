package dev.confluencekit.core.transport;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a response, kept in the buffers in which they arrived. May be read many times, or once and for all by
 * {@link #drain()}.
 */
public final class ReceivedBody {
    private static final ReceivedBody EMPTY = new ReceivedBody(List.of());

    /** An entry is null once it has been drained. */
    private final @Nullable ByteBuffer[] buffers;

    private final long size;
    private volatile boolean drained;

    private ReceivedBody(List<ByteBuffer> buffers) {
        this.buffers = buffers.toArray(ByteBuffer[]::new);
        this.size = buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /**
     * Takes over buffers without copying them; they must not be changed afterwards.
     *
     * @param buffers the buffers, in order
     * @return the body
     */
    public static ReceivedBody of(List<ByteBuffer> buffers) {
        return new ReceivedBody(buffers);
    }

    /**
     * Takes over an array without copying it; it must not be changed afterwards.
     *
     * @param bytes the bytes
     * @return the body
     */
    public static ReceivedBody of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : of(List.of(ByteBuffer.wrap(bytes)));
    }

    /**
     * A body of no bytes.
     *
     * @return the empty body
     */
    public static ReceivedBody empty() {
        return EMPTY;
    }

    /**
     * The number of bytes.
     *
     * @return bytes as received
     */
    public long size() {
        return size;
    }

    /**
     * Reads the body from its beginning.
     *
     * @return a new stream; closing it is not needed
     * @throws IllegalStateException if the body has been drained
     */
    public InputStream open() {
        requireWhole();
        return new BufferStream(false);
    }

    /**
     * Reads the body for the last time. The bytes are let go of as they are read, so that a large answer and what is
     * made of it need not both be in memory at once, whoever else still refers to the response.
     *
     * @return a stream; closing it is not needed
     * @throws IllegalStateException if the body has been drained already
     */
    public InputStream drain() {
        requireWhole();
        drained = this != EMPTY;
        return new BufferStream(true);
    }

    private void requireWhole() {
        if (drained) {
            throw new IllegalStateException("the body has been drained");
        }
    }

    private final class BufferStream extends InputStream {
        private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

        private final boolean last;
        private int next;
        private ByteBuffer current = NOTHING;

        BufferStream(boolean last) {
            this.last = last;
        }

        @Override
        public int read() {
            return more() ? current.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int count = Math.min(length, current.remaining());
            current.get(target, offset, count);
            return count;
        }

        @Override
        public int available() {
            return current.remaining();
        }

        private boolean more() {
            while (!current.hasRemaining()) {
                if (next == buffers.length) {
                    current = NOTHING;
                    return false;
                }
                ByteBuffer buffer = buffers[next];
                if (buffer == null) {
                    throw new IllegalStateException("the body has been drained");
                }
                if (last) {
                    buffers[next] = null;
                }
                next++;
                current = buffer.duplicate();
            }
            return true;
        }
    }
}
