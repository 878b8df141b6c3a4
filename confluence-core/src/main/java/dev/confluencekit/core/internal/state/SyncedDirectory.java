package dev.confluencekit.core.internal.state;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A directory whose entries can be forced to the disk. Opened before a change, so that a directory that cannot be opened
 * fails the change and not only its end. Where the system knows no such thing (Windows), nothing happens.
 */
public final class SyncedDirectory implements Closeable {
    private final Path directory;
    private @Nullable FileChannel channel;

    /**
     * Opens a directory.
     *
     * @param directory where
     * @throws IOException if it cannot be opened
     */
    public SyncedDirectory(Path directory) throws IOException {
        this.directory = directory;
        this.channel = OwnerOnly.isPosix(directory) ? open(directory) : null;
    }

    private static FileChannel open(Path directory) throws IOException {
        return FileChannel.open(directory, StandardOpenOption.READ);
    }

    /**
     * Forces the entries to the disk. Ends its work though the thread be interrupted: what was changed is to last. The flag
     * is set again.
     *
     * @throws IOException if they cannot be forced
     */
    public void force() throws IOException {
        FileChannel present = channel;
        if (present == null) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    present.force(true);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                    present = open(directory);
                    channel = present;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
