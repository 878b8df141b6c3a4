package dev.confluencekit.sync.directory;

import dev.confluencekit.sync.item.ItemKey;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Forces the files of items to the disk, so that an index may say of them that they need not be compared. Several threads do
 * it: a file system makes one write of what many ask for at the same time.
 */
final class Forcing {
    private static final int THREADS = 4;
    private static final int FEW = 8;
    private static final int PART = 500;

    private final Tree tree;
    private final Index index;
    private final Set<List<String>> folders = new HashSet<>();

    private Forcing(Tree tree, Index index) {
        this.tree = tree;
        this.index = index;
    }

    /**
     * Forces those of the items that are in the index, and the names in folders, of which some may be gone. Fails if a file
     * is gone.
     */
    static void force(Tree tree, Index index, Collection<ItemKey> keys, Collection<List<String>> folders)
            throws IOException {
        Forcing forcing = new Forcing(tree, index);
        folders.forEach(forcing::addFolder);
        forcing.force(keys);
    }

    private void addFolder(List<String> names) {
        for (int depth = 0; depth <= names.size(); depth++) {
            folders.add(names.subList(0, depth));
        }
    }

    private void force(Collection<ItemKey> keys) throws IOException {
        List<Path> files = new ArrayList<>();
        for (ItemKey key : keys) {
            Optional<Entry> entry = index.find(key);
            if (entry.isPresent()) {
                addFiles(entry.get(), files);
            }
        }
        if (files.size() <= FEW) {
            forceAll(files);
        } else {
            forceTogether(files);
        }
        for (List<String> folder : folders) {
            Optional<Path> present = tree.find(folder);
            if (present.isPresent()) {
                Tree.forceEntries(present.get());
            }
        }
    }

    private void addFiles(Entry entry, List<Path> files) throws IOException {
        List<String> names = Names.folder(entry.state());
        Optional<Path> folder = tree.find(names);
        if (folder.isEmpty()) {
            throw new IOException("the files of " + entry.key() + " are gone");
        }
        for (String ending : entry.endings()) {
            files.add(folder.get().resolve(Names.file(entry.key(), ending)));
        }
        addFolder(names);
    }

    private static void forceAll(List<Path> files) throws IOException {
        for (Path file : files) {
            Tree.force(file);
        }
    }

    private static void forceTogether(List<Path> files) throws IOException {
        List<Callable<Boolean>> parts = new ArrayList<>();
        int size = Math.min(PART, 1 + files.size() / THREADS);
        for (int start = 0; start < files.size(); start += size) {
            List<Path> part = files.subList(start, Math.min(start + size, files.size()));
            parts.add(() -> {
                forceAll(part);
                return true;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Boolean> part : threads.invokeAll(parts)) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a file could not be forced to the disk: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while files were forced to the disk");
        } finally {
            threads.shutdownNow();
        }
    }
}
