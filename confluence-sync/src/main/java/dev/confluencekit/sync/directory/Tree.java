package dev.confluencekit.sync.directory;

import dev.confluencekit.core.internal.state.OwnerOnly;
import dev.confluencekit.core.internal.state.SyncedDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Files below the root, and none outside: no symbolic link is followed, neither as a directory on the way nor as the file.
 * What is created is its owner's only.
 */
final class Tree {
    private static final Set<OpenOption> FRESH =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> PRESENT = Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final int CHUNK = 64 * 1024;

    private final Path root;

    /** The root is a real path. */
    Tree(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** A directory below the root, if it is there. */
    Optional<Path> find(List<String> folder) throws IOException {
        Path directory = root;
        for (String name : folder) {
            directory = directory.resolve(name);
            if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            requireDirectory(directory);
        }
        return Optional.of(directory);
    }

    /** A directory below the root, created where it is not there. The root itself is not. */
    Path create(List<String> folder) throws IOException {
        requireDirectory(root);
        Path directory = root;
        for (String name : folder) {
            directory = directory.resolve(name);
            if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(directory, OwnerOnly.directory(directory));
            }
            requireDirectory(directory);
        }
        return directory;
    }

    private static void requireDirectory(Path directory) throws IOException {
        if (Files.isSymbolicLink(directory)) {
            throw new FileSystemException(
                    directory.toString(), null, "is a symbolic link, which a mirror does not follow");
        }
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(directory.toString());
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(directory.toString());
        }
    }

    /** Removes a directory below the root, and those that it lies in, as far as they are empty. */
    void prune(List<String> folder) throws IOException {
        for (int depth = folder.size(); depth > 0; depth--) {
            Optional<Path> directory = find(folder.subList(0, depth));
            if (directory.isPresent() && !removedWhenEmpty(directory.get())) {
                return;
            }
        }
    }

    private static boolean removedWhenEmpty(Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
            return true;
        } catch (DirectoryNotEmptyException inUse) {
            return false;
        }
    }

    /** A new file; what was at its place goes. */
    static FileChannel create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return FileChannel.open(file, FRESH, OwnerOnly.file(file));
    }

    static FileChannel change(Path file) throws IOException {
        return FileChannel.open(file, PRESENT);
    }

    static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    static InputStream read(Path file) throws IOException {
        if (!isFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file, or a link, or something else");
        }
        return new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), CHUNK);
    }

    /** Writes a new file and gives its digest. */
    static byte[] write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = create(file)) {
            writeAll(channel, content);
        }
        return Sha256.of(content);
    }

    static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** Writes a new file and gives its digest. Fails if there are not as many bytes as there should be. */
    static byte[] write(Path file, InputStream content, long size) throws IOException {
        DigestInputStream digested = new DigestInputStream(content, Sha256.digest());
        try (OutputStream out = Channels.newOutputStream(create(file))) {
            long copied = digested.transferTo(out);
            if (copied != size) {
                throw new IOException("the content has " + copied + " bytes, not " + size);
            }
        }
        return digested.getMessageDigest().digest();
    }

    /** The digest of a file, if there is one. */
    static Optional<byte[]> digest(Path file) throws IOException {
        if (!isFile(file)) {
            return Optional.empty();
        }
        MessageDigest digest = Sha256.digest();
        try (InputStream in = read(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return Optional.of(digest.digest());
    }

    static void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = change(file)) {
            channel.force(true);
        }
    }

    static void forceEntries(Path directory) throws IOException {
        try (SyncedDirectory entries = new SyncedDirectory(directory)) {
            entries.force();
        }
    }

    /** A small file, replaced as a whole and forced to the disk. */
    static void replaceForced(Path file, byte[] content) throws IOException {
        Path staged = file.resolveSibling(Names.staged(String.valueOf(file.getFileName())));
        try {
            try (FileChannel channel = create(staged)) {
                writeAll(channel, content);
                channel.force(true);
            }
            replace(staged, file);
        } catch (IOException | RuntimeException e) {
            removeAfter(e, staged);
            throw e;
        }
        Path directory = file.getParent();
        if (directory != null) {
            forceEntries(directory);
        }
    }

    static void removeAfter(Exception failure, Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
