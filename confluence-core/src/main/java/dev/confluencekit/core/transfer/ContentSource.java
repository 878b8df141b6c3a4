package dev.confluencekit.core.transfer;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes to be uploaded, of which the number is known before and which can be read more than once, since an upload that was
 * not accepted is sent again from its beginning. They are never held in memory as a whole.
 */
public interface ContentSource {
    /**
     * How many bytes there are. A source that turns out shorter or longer ends the upload, with nothing stored.
     *
     * @return the number of bytes, from 0
     */
    long length();

    /**
     * Opens the bytes at their beginning; called once for each time that the upload is sent.
     *
     * @return a stream, which the library closes
     * @throws IOException if the bytes cannot be read
     */
    InputStream open() throws IOException;

    /**
     * A file, with the size that it has now.
     *
     * @param file a regular file
     * @return the source
     * @throws InvalidArgumentException if it is no regular file that can be read
     */
    static ContentSource of(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new InvalidArgumentException("file", file + " is no file that can be read");
        }
        try {
            return reopenable(Files.size(file), () -> Files.newInputStream(file));
        } catch (IOException e) {
            throw new InvalidArgumentException("file", "the size of " + file + " cannot be read");
        }
    }

    /**
     * Bytes in memory, copied.
     *
     * @param bytes the bytes
     * @return the source
     */
    static ContentSource of(byte[] bytes) {
        byte[] copy = bytes.clone();
        return reopenable(copy.length, () -> new ByteArrayInputStream(copy));
    }

    /**
     * Anything else that can be opened again.
     *
     * @param length the number of bytes
     * @param opening opens them at their beginning
     * @return the source
     * @throws InvalidArgumentException if the length is negative
     */
    static ContentSource reopenable(long length, Opening opening) {
        if (length < 0) {
            throw new InvalidArgumentException("length", "must not be negative");
        }
        return new ContentSource() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() throws IOException {
                return opening.open();
            }

            @Override
            public String toString() {
                return length + " bytes";
            }
        };
    }

    /** Opens bytes at their beginning. */
    @FunctionalInterface
    interface Opening {
        /**
         * Opens them.
         *
         * @return a new stream
         * @throws IOException if they cannot be read
         */
        InputStream open() throws IOException;
    }
}
