package dev.confluencekit.sync.directory;

import dev.confluencekit.sync.target.TargetException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What can be done about a file system that refuses. */
final class Advice {
    /** As the systems say it; in other languages the room that is left tells. */
    private static final List<String> FULL = List.of("no space left", "not enough space", "quota");

    private static final long LITTLE_ROOM = 64 * 1024;

    private Advice() {}

    /** An exception that says what was tried, what came of it, and what can be done. */
    static TargetException failed(String doing, Path root, IOException cause) {
        String what = String.valueOf(TargetException.of(doing, cause).getMessage());
        String advice = of(root, cause);
        return new TargetException(advice.isEmpty() ? what : what + ". " + advice, cause);
    }

    private static String of(Path root, IOException cause) {
        if (isFull(root, cause)) {
            return "The disk of " + root
                    + " is full. Make room and run again: it goes on from the last batch, which stands.";
        }
        if (isRefused(root, cause)) {
            return root
                    + " may not be written to. Nothing was changed. Give the user of this process the right to write "
                    + "there, or choose another directory.";
        }
        return "";
    }

    private static boolean isFull(Path root, IOException cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return FULL.stream().anyMatch(message::contains) || has(root, store -> store.getUsableSpace() < LITTLE_ROOM);
    }

    private static boolean isRefused(Path root, IOException cause) {
        return cause instanceof AccessDeniedException || has(root, FileStore::isReadOnly);
    }

    private static boolean has(Path root, Trait trait) {
        try {
            return trait.of(Files.getFileStore(present(root)));
        } catch (IOException cannotBeTold) {
            return false;
        }
    }

    /** The root, or the directory above in which it was to be created. */
    private static Path present(Path root) {
        Path path = root.toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    /** Something that can be asked of a disk. */
    private interface Trait {
        boolean of(FileStore store) throws IOException;
    }
}
