package dev.confluencekit.core.transport;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/** The bytes of a response, kept in the buffers in which they arrived. Immutable; may be read many times. */
public final class ReceivedBody {
    private static final ReceivedBody EMPTY = new ReceivedBody(List.of());

    private final List<ByteBuffer> buffers;
    private final long size;

    private ReceivedBody(List<ByteBuffer> buffers) {
        this.buffers = buffers;
        this.size = buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /**
     * Takes over buffers without copying them; they must not be changed afterwards.
     *
     * @param buffers the buffers, in order
     * @return the body
     */
    public static ReceivedBody of(List<ByteBuffer> buffers) {
        return new ReceivedBody(List.copyOf(buffers));
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
     */
    public InputStream open() {
        return new BufferStream(buffers.iterator());
    }

    private static final class BufferStream extends InputStream {
        private final Iterator<ByteBuffer> rest;
        private ByteBuffer current = ByteBuffer.allocate(0);

        BufferStream(Iterator<ByteBuffer> rest) {
            this.rest = rest;
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
                if (!rest.hasNext()) {
                    return false;
                }
                current = rest.next().duplicate();
            }
            return true;
        }
    }
}
