package dev.confluencekit.core.testing;

import java.io.InputStream;
import java.util.zip.CRC32;

/** A file of any size that needs no room: its bytes follow from their place. */
public final class LargeFile extends InputStream {
    private static final int PRIME = 251;

    private final long size;
    private long at;

    /** From the beginning. */
    public LargeFile(long size) {
        this.size = size;
    }

    @Override
    public int read() {
        return at < size ? (int) (at++ % PRIME) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (at == size && length > 0) {
            return -1;
        }
        int count = (int) Math.min(length, size - at);
        for (int i = 0; i < count; i++) {
            target[offset + i] = (byte) ((at + i) % PRIME);
        }
        at += count;
        return count;
    }

    /** The checksum of the whole. */
    public static long checksum(long size) {
        LargeFile file = new LargeFile(size);
        CRC32 sum = new CRC32();
        byte[] piece = new byte[64 * 1024];
        for (int count = file.read(piece, 0, piece.length); count > 0; count = file.read(piece, 0, piece.length)) {
            sum.update(piece, 0, count);
        }
        return sum.getValue();
    }
}
