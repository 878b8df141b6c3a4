package dev.confluencekit.sync.directory;

import dev.confluencekit.core.internal.state.SideCarLock;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run's use of a mirror in a directory. */
final class DirectorySession implements TargetSession {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryTarget.class);
    private static final long SMALLEST_TO_COMPACT = 8L << 20;

    private final Path root;
    private final Tree tree;
    private final StateFiles files;
    private final Index index;
    private final SideCarLock.Held lock;
    private final Path holder;
    private final Set<ItemKey> unforced = new HashSet<>();
    private final Set<List<String>> unforcedFolders = new HashSet<>();
    private @Nullable Journal journal;
    private long sizeToCompact;
    private boolean broken;
    private boolean closed;

    DirectorySession(Path root, Tree tree, StateFiles files, SideCarLock.Held lock, Path holder) {
        this.root = root;
        this.tree = tree;
        this.files = files;
        this.index = files.index();
        this.lock = lock;
        this.holder = holder;
        this.sizeToCompact = Math.max(SMALLEST_TO_COMPACT, files.bytes());
    }

    private void ensureOpen() {
        if (closed) {
            throw new TargetException("This session of the mirror in " + root + " has been closed", null);
        }
    }

    @Override
    public Optional<String> checkpoint() {
        ensureOpen();
        return index.checkpoint();
    }

    @Override
    public Map<ItemKey, ItemState> find(Collection<ItemKey> keys) {
        ensureOpen();
        Map<ItemKey, ItemState> found = new LinkedHashMap<>();
        for (ItemKey key : keys) {
            index.find(key).ifPresent(entry -> found.put(key, entry.state()));
        }
        return found;
    }

    @Override
    public List<ItemState> list(ItemKind kind, @Nullable String spaceId, @Nullable ItemKey after, int most) {
        ensureOpen();
        return index.list(kind, spaceId, after, most);
    }

    @Override
    public List<ItemState> ownedBy(ItemKey owner) {
        ensureOpen();
        return index.ownedBy(owner);
    }

    @Override
    public long count(ItemKind kind) {
        ensureOpen();
        return index.count(kind);
    }

    @Override
    public long countUnreachable(ItemKind kind) {
        ensureOpen();
        return index.countUnreachable(kind);
    }

    @Override
    public List<ItemKey> lost(int most) {
        ensureOpen();
        return index.lost().stream().limit(most).map(ItemState::key).toList();
    }

    @Override
    public void apply(TargetBatch batch) {
        ensureOpen();
        if (broken) {
            throw new TargetException(
                    "An earlier batch of this session could not be brought to its end. Open the mirror in " + root
                            + " again; that ends it.",
                    null);
        }
        try {
            write(batch);
        } catch (IOException e) {
            throw Advice.failed("writing a batch into the mirror in " + root, root, e);
        }
        if (journal != null && journal.size() > sizeToCompact) {
            compact();
        }
    }

    private void write(TargetBatch batch) throws IOException {
        if (journal == null) {
            journal = files.startJournal();
        }
        Staging staging = Staging.of(tree, index, batch);
        try {
            journal.append(staging.batch());
        } catch (IOException | RuntimeException e) {
            broken = journal.isBroken();
            staging.discard(e);
            throw e;
        }
        staging.batch().applyTo(index);
        broken = true;
        staging.publish();
        broken = false;
        batch.put().stream().map(MirrorItem::key).forEach(unforced::add);
        batch.mark().stream().map(ItemState::key).forEach(unforced::add);
        unforcedFolders.addAll(staging.touched());
    }

    /**
     * Goes on with a new index and an empty journal, which tells only of files that come from now on. What fails costs space
     * only: the batches are in the old one.
     */
    private void compact() {
        try {
            force();
            journal = files.compact(true).orElseThrow();
            sizeToCompact = Math.max(SMALLEST_TO_COMPACT, files.bytes());
            files.tidy();
        } catch (IOException e) {
            sizeToCompact *= 2;
            LOG.warn("The index of the mirror in {} could not be written anew; the journal goes on", root, e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = Thread.interrupted();
        try {
            if (journal != null && !broken) {
                settle();
            }
            Files.deleteIfExists(holder);
        } catch (IOException e) {
            LOG.warn(
                    "The mirror in {} could not be closed in order. All batches stand; all files are compared when it is "
                            + "opened next",
                    root,
                    e);
        } finally {
            release();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void force() throws IOException {
        Forcing.force(tree, index, unforced, unforcedFolders);
        unforced.clear();
        unforcedFolders.clear();
    }

    /** From here on nothing has to be compared: all is on the disk before the journal goes. */
    private void settle() throws IOException {
        force();
        files.compact(false);
        files.tidy();
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock of the mirror in {} could not be closed", root, e);
        }
    }
}
