package dev.confluencekit.core.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers whether its end was reached, which tells a document that was cut off from one that is wrong. */
final class EndWatchingStream extends FilterInputStream {
    private boolean atEnd;

    EndWatchingStream(InputStream in) {
        super(in);
    }

    boolean isAtEnd() {
        return atEnd;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        atEnd |= b < 0;
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        atEnd |= count < 0;
        return count;
    }
}
