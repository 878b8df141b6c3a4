package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.transfer.Download;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Where the bytes of a download go. Closing it before it is finished leaves as little behind as can be. */
abstract class Landing implements Closeable {

    /** The place that a caller named. Nothing is made there before the first byte. */
    static Landing of(Download download) {
        return download.file()
                .<Landing>map(OfFile::new)
                .orElseGet(() -> new OfStream(download.stream().orElseThrow()));
    }

    abstract void write(ByteBuffer bytes) throws IOException;

    /** Whether what was written can be taken back. */
    abstract boolean canRestart();

    /** Takes back what was written. */
    abstract void restart() throws IOException;

    /** The bytes are whole. */
    abstract void finish() throws IOException;

    @Override
    public abstract void close() throws IOException;

    /** A file that has its name only when it is whole. */
    private static final class OfFile extends Landing {
        private final Path file;
        private @Nullable Path gathered;
        private @Nullable FileChannel channel;

        OfFile(Path file) {
            this.file = file;
        }

        private FileChannel open() throws IOException {
            FileChannel open = channel;
            if (open == null) {
                Path directory = file.toAbsolutePath().getParent();
                gathered = Files.createTempFile(directory, ".confluencekit-", ".part", asUsual(file));
                open = FileChannel.open(gathered, StandardOpenOption.WRITE);
                channel = open;
            }
            return open;
        }

        /** As any new file, which the process's mask makes narrower; a temporary one would be for its owner alone. */
        private static FileAttribute<?>[] asUsual(Path place) {
            return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"))
                    }
                    : new FileAttribute<?>[0];
        }

        @Override
        void write(ByteBuffer bytes) throws IOException {
            FileChannel open = open();
            while (bytes.hasRemaining()) {
                open.write(bytes);
            }
        }

        @Override
        boolean canRestart() {
            return true;
        }

        @Override
        void restart() throws IOException {
            open().truncate(0).position(0);
        }

        @Override
        void finish() throws IOException {
            try (FileChannel open = open()) {
                open.force(true);
            }
            Path whole = gathered;
            if (whole != null) {
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
                gathered = null;
            }
        }

        @Override
        public void close() throws IOException {
            Path left = gathered;
            FileChannel open = channel;
            try {
                if (open != null) {
                    open.close();
                }
            } finally {
                if (left != null) {
                    Files.deleteIfExists(left);
                }
            }
        }
    }

    /** A stream of the caller's, which is not closed and takes nothing back. */
    private static final class OfStream extends Landing {
        private final OutputStream stream;
        private final byte[] piece = new byte[16 * 1024];

        OfStream(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                int count = Math.min(piece.length, bytes.remaining());
                bytes.get(piece, 0, count);
                stream.write(piece, 0, count);
            }
        }

        @Override
        boolean canRestart() {
            return false;
        }

        @Override
        void restart() {
            throw new IllegalStateException("what a stream was given cannot be taken back");
        }

        @Override
        void finish() throws IOException {
            stream.flush();
        }

        @Override
        public void close() {}
    }
}
