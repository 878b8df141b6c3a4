package dev.confluencekit.sync.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.confluencekit.core.internal.state.LockBusyException;
import dev.confluencekit.core.internal.state.SideCarLock;
import dev.confluencekit.core.internal.state.StateDirectory;
import dev.confluencekit.sync.target.TargetBusyException;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a session comes to be: locked, read, and repaired where the one before was not closed. */
final class Opening {
    private static final int LONGEST_HOLDER = 1_000;

    private Opening() {}

    static TargetSession of(Path root, String holder) {
        try {
            Tree tree = new Tree(StateDirectory.create(root).toRealPath());
            Path state = tree.create(StateFiles.folder());
            SideCarLock.Held lock = lock(root, state);
            try {
                StateFiles files = read(tree, state);
                Path note = state.resolve("holder");
                Tree.write(note, oneLine(holder).getBytes(UTF_8));
                return new DirectorySession(root, tree, files, lock, note);
            } catch (IOException | RuntimeException e) {
                closeAfter(e, lock);
                throw e;
            }
        } catch (IOException e) {
            throw Advice.failed("opening the mirror in " + root, root, e);
        }
    }

    private static StateFiles read(Tree tree, Path state) throws IOException {
        StateFiles files = StateFiles.load(tree, state);
        if (files.isFresh()) {
            refuseUnknownFiles(tree);
            files.hideFromGit();
        } else if (!files.isClean()) {
            Repair repair = new Repair(tree, files.index());
            repair.run();
            Forcing.force(tree, files.index(), files.replayed(), repair.folders());
            files.compact(false);
            files.tidy();
        }
        return files;
    }

    private static void refuseUnknownFiles(Tree tree) throws IOException {
        Optional<Path> spaces = tree.find(List.of(Names.SPACES));
        if (spaces.isPresent()) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(spaces.get())) {
                if (found.iterator().hasNext()) {
                    throw Repair.nothingKnown(tree.root());
                }
            }
        }
    }

    private static SideCarLock.Held lock(Path root, Path state) throws IOException {
        Path file = state.resolve("lock");
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(file.toString(), null, "is a symbolic link, which a mirror does not follow");
        }
        try {
            return SideCarLock.at(file).acquire(Duration.ZERO);
        } catch (LockBusyException e) {
            throw new TargetBusyException("The mirror in " + root, holder(state));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Interrupted while opening the mirror in " + root, e);
        }
    }

    private static String holder(Path state) {
        try (InputStream in = Tree.read(state.resolve("holder"))) {
            return oneLine(new String(in.readNBytes(LONGEST_HOLDER), UTF_8));
        } catch (IOException justComingOrGoing) {
            return "somebody who has not said who";
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static void closeAfter(Exception failure, SideCarLock.Held lock) {
        try {
            lock.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
