package dev.confluencekit.sync.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Lines in blocks. Each block ends with a line that has the digest of the block before, and of this one, so that no bit can
 * change and no block can be left out without being seen. This form is the same in all formats to come.
 */
final class Blocks {
    private static final String BEFORE = "{\"sha256\":\"";
    private static final String AFTER = "\"}";

    private Blocks() {}

    private static MessageDigest after(byte[] before) {
        MessageDigest digest = Sha256.digest();
        digest.update(before);
        return digest;
    }

    /** Writes one block. */
    static final class Writer {
        private final OutputStream out;
        private final MessageDigest digest;

        Writer(OutputStream out, byte[] before) {
            this.out = out;
            this.digest = after(before);
        }

        void line(String line) throws IOException {
            byte[] bytes = (line + "\n").getBytes(UTF_8);
            digest.update(bytes);
            out.write(bytes);
        }

        byte[] end() throws IOException {
            byte[] sum = digest.digest();
            out.write((BEFORE + HexFormat.of().formatHex(sum) + AFTER + "\n").getBytes(UTF_8));
            return sum;
        }
    }

    /** Takes a line of a block that may yet turn out to be damaged. */
    interface Taker {
        void take(String line) throws IOException;
    }

    /** Reads block by block. */
    static final class Reader implements Closeable {
        private final InputStream in;
        private byte[] before = {};
        private long read;
        private long good;

        Reader(InputStream in) {
            this.in = in;
        }

        /**
         * Reads a block.
         *
         * @return false at the end
         * @throws DamagedException if there is more, and it is no whole block
         */
        boolean next(Taker taker) throws IOException {
            MessageDigest digest = after(before);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            while (true) {
                line.reset();
                if (!readLine(line)) {
                    if (read == good) {
                        return false;
                    }
                    throw DamagedException.torn();
                }
                String text = line.toString(UTF_8);
                if (text.startsWith(BEFORE)) {
                    end(text, digest.digest());
                    return true;
                }
                digest.update(line.toByteArray());
                digest.update((byte) '\n');
                try {
                    taker.take(text);
                } catch (IOException e) {
                    throw DamagedException.unreadable(e);
                }
            }
        }

        private boolean readLine(ByteArrayOutputStream line) throws IOException {
            for (int next = in.read(); next >= 0; next = in.read()) {
                read++;
                if (next == '\n') {
                    return true;
                }
                line.write(next);
            }
            return false;
        }

        private void end(String line, byte[] sum) throws DamagedException {
            if (!line.equals(BEFORE + HexFormat.of().formatHex(sum) + AFTER)) {
                throw DamagedException.damaged("its checksum does not hold");
            }
            before = sum;
            good = read;
        }

        /** How many bytes the whole blocks have that were read. */
        long goodBytes() {
            return good;
        }

        /** The digest of the last whole block. */
        byte[] lastDigest() {
            return before;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
