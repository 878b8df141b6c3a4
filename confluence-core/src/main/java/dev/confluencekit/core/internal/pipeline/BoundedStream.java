package dev.confluencekit.core.internal.pipeline;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Stops after a number of decoded bytes, and remembers its failure, since a parser may wrap what it throws. */
final class BoundedStream extends FilterInputStream {
    private final long limit;
    private long left;
    private @Nullable IOException failure;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
        this.left = limit;
    }

    boolean isExhausted() {
        return left < 0;
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(target, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        if (count > 0) {
            left -= count;
            if (left < 0) {
                failure = new IOException("more than " + limit + " bytes");
                throw failure;
            }
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
