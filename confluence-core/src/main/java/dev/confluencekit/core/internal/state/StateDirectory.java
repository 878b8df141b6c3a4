package dev.confluencekit.core.internal.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories that hold state. */
public final class StateDirectory {
    private StateDirectory() {}

    /**
     * Creates a directory that only its owner may enter, and its parents likewise. One that is there already, or a link
     * to one, is accepted as it is.
     *
     * @param directory where
     * @return the same path
     * @throws IOException if it cannot be created or is something else than a directory
     */
    public static Path create(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Files.createDirectories(directory, OwnerOnly.directory(directory));
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            try (SyncedDirectory above = new SyncedDirectory(parent)) {
                above.force();
            }
        }
        return directory;
    }
}
