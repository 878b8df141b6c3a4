package dev.confluencekit.core.transfer;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where a file from Confluence goes to, and what is known of it beforehand. Immutable; methods give changed copies. */
public final class Download {
    private final @Nullable Path file;
    private final @Nullable OutputStream stream;
    private final @Nullable Long expectedSize;
    private final @Nullable TransferProgress progress;

    private Download(
            @Nullable Path file,
            @Nullable OutputStream stream,
            @Nullable Long expectedSize,
            @Nullable TransferProgress progress) {
        this.file = file;
        this.stream = stream;
        this.expectedSize = expectedSize;
        this.progress = progress;
    }

    /**
     * Into a file, all or nothing: the bytes are gathered beside it under another name, and the file has its name only when
     * they are whole and on the disk. A file of that name is replaced at that moment.
     *
     * @param file the file; its directory must exist
     * @return the download
     * @throws InvalidArgumentException if it names a directory, or its directory does not exist
     */
    public static Download to(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || Files.isDirectory(file)) {
            throw new InvalidArgumentException("file", file + " is a directory");
        }
        if (!Files.isDirectory(directory)) {
            throw new InvalidArgumentException("file", "there is no directory " + directory);
        }
        return new Download(file.toAbsolutePath(), null, null, null);
    }

    /**
     * Into a stream, as the bytes arrive; it is flushed at the end and stays the caller's to close. What a stream was given
     * cannot be taken back: a download that fails has written a part of the file to it.
     *
     * @param stream the stream
     * @return the download
     */
    public static Download to(OutputStream stream) {
        return new Download(null, stream, null, null);
    }

    /**
     * Says how large the file is, as its metadata tell. Without it a download can only be held against what the answer says of
     * its own length, if it does.
     *
     * @param bytes the size
     * @return a changed copy
     * @throws InvalidArgumentException if it is negative
     */
    public Download expectedSize(long bytes) {
        if (bytes < 0) {
            throw new InvalidArgumentException("expectedSize", "must not be negative");
        }
        return new Download(file, stream, bytes, progress);
    }

    /**
     * Sets who is told how far the download is.
     *
     * @param listener told of the bytes that were written
     * @return a changed copy
     */
    public Download progress(TransferProgress listener) {
        return new Download(file, stream, expectedSize, listener);
    }

    /**
     * The file to write.
     *
     * @return an absolute path, unless the download goes to a stream
     */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * The stream to write to.
     *
     * @return the stream, unless the download goes to a file
     */
    public Optional<OutputStream> stream() {
        return Optional.ofNullable(stream);
    }

    /**
     * How large the file is.
     *
     * @return the size, if it was given
     */
    public OptionalLong expectedSize() {
        return expectedSize == null ? OptionalLong.empty() : OptionalLong.of(expectedSize);
    }

    /**
     * Who is told how far the download is.
     *
     * @return the listener, if there is one
     */
    public Optional<TransferProgress> progress() {
        return Optional.ofNullable(progress);
    }
}
