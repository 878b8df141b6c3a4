package dev.confluencekit.sync.directory;

import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.target.TargetException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings files and index together again after a session that was not closed in order. */
final class Repair {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryTarget.class);

    private final Tree tree;
    private final Index index;

    Repair(Tree tree, Index index) {
        this.tree = tree;
        this.index = index;
    }

    /** Compares every file with the index, and takes away those that the index does not know. */
    void run() throws IOException {
        if (index.checkpoint().isEmpty()) {
            refuseToForget();
        }
        List<ItemState> lost = new ArrayList<>();
        for (Entry entry : index.all()) {
            if (!isWhole(entry)) {
                lost.add(entry.state());
            }
        }
        lost.forEach(index::lose);
        if (!lost.isEmpty()) {
            LOG.warn(
                    "{} of the items in {} were lost when it was last written to, {} among them. They are fetched again.",
                    lost.size(),
                    tree.root(),
                    lost.get(0).key());
        }
        visitFiles(this::sweep);
        for (List<String> folder : folders()) {
            tree.prune(folder);
        }
    }

    /** A mirror that has files, but not one batch, has lost its journal. */
    private void refuseToForget() throws IOException {
        visitFiles((folder, file, found) -> {
            if (!found.staged()) {
                throw nothingKnown(tree.root());
            }
        });
    }

    static TargetException nothingKnown(Path root) {
        return new TargetException(
                root
                        + " holds files of a mirror, but no index that knows them. Nothing was changed. Put index.jsonl back "
                        + "from a backup or from git, or remove " + Names.SPACES + " and " + StateFiles.STATE
                        + " to mirror everything anew.",
                null);
    }

    private boolean isWhole(Entry entry) throws IOException {
        Optional<Path> folder = tree.find(Names.folder(entry.state()));
        if (folder.isEmpty()) {
            return false;
        }
        boolean whole = true;
        for (String ending : entry.endings()) {
            String name = Names.file(entry.key(), ending);
            whole &= isWhole(folder.get(), name, entry.digest(ending));
        }
        return whole;
    }

    private static boolean isWhole(Path folder, String name, byte[] digest) throws IOException {
        if (is(folder.resolve(name), digest)) {
            return true;
        }
        Path staged = folder.resolve(Names.staged(name));
        if (!is(staged, digest) || Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Tree.replace(staged, folder.resolve(name));
        return true;
    }

    private static boolean is(Path file, byte[] digest) throws IOException {
        return Tree.digest(file).filter(found -> Arrays.equals(found, digest)).isPresent();
    }

    private void sweep(List<String> folder, Path file, Names.Found found) throws IOException {
        Optional<Entry> entry = index.find(found.key());
        boolean known = !found.staged()
                && entry.isPresent()
                && entry.get().endings().contains(found.ending())
                && Names.folder(entry.get().state()).equals(folder);
        if (!known) {
            Files.delete(file);
        }
    }

    private void visitFiles(Visitor visitor) throws IOException {
        for (List<String> folder : folders()) {
            Optional<Path> directory = tree.find(folder);
            if (directory.isEmpty()) {
                continue;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.get())) {
                for (Path file : files) {
                    Optional<Names.Found> found = Names.read(folder, String.valueOf(file.getFileName()));
                    if (found.isPresent() && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                        visitor.visit(folder, file, found.get());
                    }
                }
            }
        }
    }

    /** All folders that may have files of items: those of the shelves before that of their space. */
    List<List<String>> folders() throws IOException {
        List<List<String>> folders = new ArrayList<>();
        for (String space : directories(List.of(Names.SPACES))) {
            for (String shelf : directories(List.of(Names.SPACES, space))) {
                folders.add(List.of(Names.SPACES, space, shelf));
            }
            folders.add(List.of(Names.SPACES, space));
        }
        return folders;
    }

    private List<String> directories(List<String> folder) throws IOException {
        Optional<Path> directory = tree.find(folder);
        List<String> names = new ArrayList<>();
        if (directory.isPresent()) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(
                    directory.get(), path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))) {
                files.forEach(path -> names.add(String.valueOf(path.getFileName())));
            }
        }
        return names;
    }

    /** Sees a file whose name could be one of ours. */
    private interface Visitor {
        void visit(List<String> folder, Path file, Names.Found found) throws IOException;
    }
}
