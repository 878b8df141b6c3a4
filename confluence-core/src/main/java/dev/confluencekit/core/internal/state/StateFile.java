package dev.confluencekit.core.internal.state;

import dev.confluencekit.core.time.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A small file that is replaced as a whole. Whoever reads sees the old content or the new one, also after the process
 * was killed or, if the file system keeps what was forced, after a power cut. The file belongs to its owner alone (0600
 * from the moment it is created, whatever the umask). A symbolic link at its place is followed and stays; its target is
 * replaced. Safe for use by many threads; changes that depend on what was read need a {@link SideCarLock}.
 */
public final class StateFile {
    private static final int RENAMES = 20;
    private static final Duration BEFORE_RENAMING_AGAIN = Duration.ofMillis(10);

    private final Path file;
    private final TimeSource time;

    private StateFile(Path file, TimeSource time) {
        this.file = file;
        this.time = time;
    }

    /**
     * The state at a place. Nothing is read or created.
     *
     * @param file the file, which need not be there; its directory is to be there when it is replaced
     * @return the state
     */
    public static StateFile at(Path file) {
        return at(file, TimeSource.system());
    }

    static StateFile at(Path file, TimeSource time) {
        return new StateFile(file, time);
    }

    /**
     * Where the content really lies.
     *
     * @return the file, absolute, links resolved if there is one at its place
     * @throws IOException if a link cannot be read
     */
    public Path target() throws IOException {
        if (!Files.isSymbolicLink(file)) {
            return file.toAbsolutePath();
        }
        try {
            return file.toRealPath();
        } catch (NoSuchFileException dangling) {
            return file.toAbsolutePath()
                    .resolveSibling(Files.readSymbolicLink(file))
                    .normalize();
        }
    }

    /**
     * Reads the whole.
     *
     * @param mostBytes the most that is taken
     * @return the content, or empty if there is no file
     * @throws StateTooLargeException if it is larger
     * @throws IOException if it cannot be read
     */
    public Optional<byte[]> read(int mostBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(mostBytes);
            if (in.read() >= 0) {
                throw new StateTooLargeException(file.toString(), mostBytes);
            }
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * What tells one content from the next without reading it. Two changes within the grain of the file system's clock
     * may look alike, so trust it only of a file that has not just been written.
     *
     * @return the stamp, or empty if there is no file
     * @throws IOException if it cannot be had
     */
    public Optional<Stamp> stamp() throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(found.size(), found.lastModifiedTime(), found.fileKey()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Size, time and identity of a file.
     *
     * @param size in bytes
     * @param modified when it was written
     * @param key device and inode, or null where there is no such thing
     */
    public record Stamp(
            long size, FileTime modified, @Nullable Object key) {}

    /**
     * Replaces the content, or creates the file. If it fails, the old content stands and nothing is left behind; only if
     * the very last step fails, the forcing of the directory, the new content stands already. An interrupt before the
     * rename ends it with a {@link java.nio.channels.ClosedByInterruptException} and the old content.
     *
     * @param content the new content
     * @throws IOException if it cannot be written
     */
    public void replace(byte[] content) throws IOException {
        Path target = target();
        Path directory = directoryOf(target);
        try (SyncedDirectory entries = new SyncedDirectory(directory)) {
            Path temporary = directory.resolve("." + nameOf(target) + "." + UUID.randomUUID() + ".tmp");
            try {
                write(temporary, content);
                compare(temporary, content);
                rename(temporary, target);
            } catch (IOException | RuntimeException | Error e) {
                removeAfter(e, temporary);
                throw e;
            }
            entries.force();
        }
    }

    private static void write(Path temporary, byte[] content) throws IOException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, fresh, OwnerOnly.file(temporary))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void compare(Path temporary, byte[] content) throws IOException {
        try (InputStream in = Files.newInputStream(temporary)) {
            if (!Arrays.equals(in.readNBytes(content.length), content) || in.read() >= 0) {
                throw new IOException(temporary + " does not hold what was written to it");
            }
        }
    }

    /** Windows refuses while a virus scanner or a reader has the old file open, which is soon over. */
    private void rename(Path from, Path to) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (AccessDeniedException e) {
                if (OwnerOnly.isPosix(to) || attempt == RENAMES) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private void pause(AccessDeniedException refusal) throws AccessDeniedException {
        try {
            time.await(BEFORE_RENAMING_AGAIN, new CountDownLatch(1));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw refusal;
        }
    }

    private static void removeAfter(Throwable failure, Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Removes the file for good. That it is not there is no error; a link at its place goes, its target stays.
     *
     * @throws IOException if it cannot be removed
     */
    public void delete() throws IOException {
        Path directory = directoryOf(file.toAbsolutePath());
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (SyncedDirectory entries = new SyncedDirectory(directory)) {
            if (Files.deleteIfExists(file)) {
                entries.force();
            }
        }
    }

    /**
     * Removes what killed processes left of their unfinished replacements. To be called under the lock that guards the
     * replacements, since it cannot tell a killed process's temporary file from a living one's.
     *
     * @return how many were removed
     * @throws IOException if the directory cannot be read or one cannot be removed
     */
    public int sweep() throws IOException {
        Path target = target();
        Path directory = directoryOf(target);
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        Pattern leftover = Pattern.compile("\\." + Pattern.quote(nameOf(target)) + "\\.[0-9a-f-]{36}\\.tmp");
        int swept = 0;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                directory, path -> leftover.matcher(nameOf(path)).matches())) {
            for (Path temporary : found) {
                swept += Files.deleteIfExists(temporary) ? 1 : 0;
            }
        }
        return swept;
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static Path directoryOf(Path target) throws IOException {
        Path directory = target.getParent();
        if (directory == null) {
            throw new IOException(target + " is no place for a file");
        }
        return directory;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
