package dev.confluencekit.sync.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.target.TargetException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index on disk, in two generations, and the journals that lead from the older to the newer and on. Under the lock of the
 * mirror.
 */
final class StateFiles {
    static final String STATE = "state";

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryTarget.class);
    private static final Pattern JOURNAL = Pattern.compile("journal-([0-9]{1,18})\\.jsonl");

    private final Tree tree;
    private final Path state;
    private final Path current;
    private final Path previous;
    private final Path next;
    private final boolean nothingSeen;
    private final Index index;
    private final Set<ItemKey> replayed = new HashSet<>();
    private final boolean clean;
    private final boolean previousIsThere;
    private boolean currentIsGood;
    private long kept = -1;
    private long generation;
    private long newest;
    private long bytes;

    private StateFiles(Tree tree, Path state) throws IOException {
        this.tree = tree;
        this.state = state;
        this.current = tree.root().resolve("index.jsonl");
        this.previous = state.resolve("index.previous.jsonl");
        this.next = state.resolve("index.next.jsonl");
        NavigableMap<Long, Path> journals = journals();
        this.previousIsThere = exists(previous);
        this.nothingSeen = !exists(current) && !previousIsThere && journals.isEmpty();
        this.newest = journals.isEmpty() ? 0 : journals.lastKey();
        Snapshot base = base(journals);
        this.index = base.index();
        this.generation = base.generation();
        this.bytes = base.bytes();
        this.newest = Math.max(newest, generation);
        boolean intact = bringForward(journals);
        this.clean = intact && (currentIsGood || nothingSeen) && !journals.containsKey(generation);
    }

    /** Reads what there is. */
    static StateFiles load(Tree tree, Path state) throws IOException {
        return new StateFiles(tree, state);
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private NavigableMap<Long, Path> journals() throws IOException {
        NavigableMap<Long, Path> journals = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(state)) {
            for (Path file : files) {
                Matcher name = JOURNAL.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    journals.put(Long.parseLong(name.group(1)), file);
                }
            }
        }
        return journals;
    }

    private Snapshot base(NavigableMap<Long, Path> journals) throws IOException {
        if (nothingSeen) {
            return new Snapshot(new Index(), 0, 0);
        }
        Snapshot found = snapshot(current);
        if (found != null) {
            currentIsGood = true;
            return found;
        }
        found = snapshot(previous);
        if (found != null) {
            if (exists(current)) {
                LOG.warn("{} is damaged. The generation before it is used, with what the journals say since.", current);
            }
            newest = Math.max(newest, found.generation() + 1);
            return found;
        }
        if (!previousIsThere && journals.containsKey(0L)) {
            if (exists(current)) {
                LOG.warn("{} is damaged. What the journals say is used.", current);
            }
            return new Snapshot(new Index(), 0, 0);
        }
        throw new TargetException(
                tree.root() + " holds a mirror whose index is damaged, and so is the one before it. "
                        + "Nothing was changed. Put index.jsonl back from a backup or from git, or remove index.jsonl, "
                        + Names.SPACES + " and " + STATE + " to mirror everything anew.",
                null);
    }

    private @Nullable Snapshot snapshot(Path file) throws IOException {
        if (!exists(file)) {
            return null;
        }
        try {
            return Snapshot.read(file);
        } catch (DamagedException e) {
            LOG.warn("{} is damaged: {}", file, e.getMessage());
            return null;
        }
    }

    /** Brings the base forward; says whether the journals were whole. */
    private boolean bringForward(NavigableMap<Long, Path> journals) throws IOException {
        NavigableMap<Long, Path> chain = currentIsGood
                ? journals.subMap(generation, true, generation, true)
                : journals.tailMap(generation, true);
        for (var link : chain.entrySet()) {
            Path file = link.getValue();
            Journal.Replay replay = Journal.replay(file, link.getKey(), index);
            replayed.addAll(replay.put());
            DamagedException damage = replay.damage();
            if (damage == null) {
                continue;
            }
            if (replay.goodBytes() == 0 && link.getKey() == 0) {
                throw new TargetException(
                        file + " is damaged, and there is no index beside it. Nothing was changed. Remove "
                                + Names.SPACES + " and " + STATE + " to mirror everything anew.",
                        damage);
            }
            if (damage.isTorn()) {
                LOG.info("{} ends within a batch, which was not applied.", file);
            } else {
                LOG.warn("{} is damaged: {}. The batches before the damage are used.", file, damage.getMessage());
            }
            if (replay.goodBytes() == 0) {
                Files.delete(file);
            } else {
                Journal.cut(file, replay.goodBytes());
            }
            for (Path later : chain.tailMap(link.getKey(), false).values()) {
                Files.delete(later);
            }
            return false;
        }
        return true;
    }

    Index index() {
        return index;
    }

    /** Whether the last session was closed in order, so that all files are as the index says. */
    boolean isClean() {
        return clean;
    }

    /** The items that journals told of: their files may not be on the disk yet, though they can be read. */
    Set<ItemKey> replayed() {
        return replayed;
    }

    /** Whether there is no trace of a mirror's state. */
    boolean isFresh() {
        return nothingSeen;
    }

    /** The size of the index that was read or written last. */
    long bytes() {
        return bytes;
    }

    /** Begins the journal of the present generation. */
    Journal startJournal() throws IOException {
        return Journal.start(journal(generation), generation);
    }

    private Path journal(long number) {
        return state.resolve("journal-" + number + ".jsonl");
    }

    /**
     * Writes the index anew and makes it the present one. The old one becomes the one before it, unless it is damaged. If it
     * fails, all is as it was. {@link #tidy} is to follow.
     *
     * @param goesOn whether the session does, so that the new generation has its journal from its first moment
     * @return the journal if it goes on
     */
    Optional<Journal> compact(boolean goesOn) throws IOException {
        long number = newest + 1;
        Optional<Journal> journal;
        try {
            long size = Snapshot.write(next, index, number);
            journal = goesOn ? Optional.of(Journal.start(journal(number), number)) : Optional.empty();
            if (currentIsGood) {
                Tree.replace(current, previous);
                currentIsGood = false;
                kept = generation;
            }
            Tree.replace(next, current);
            bytes = size;
        } catch (IOException | RuntimeException e) {
            Tree.removeAfter(e, next);
            Tree.removeAfter(e, journal(number));
            throw e;
        }
        currentIsGood = true;
        generation = number;
        newest = number;
        return journal;
    }

    /** Forces the new names to the disk, and removes journals that lead from or to nowhere. */
    void tidy() throws IOException {
        Tree.forceEntries(state);
        Tree.forceEntries(tree.root());
        if (kept < 0) {
            return;
        }
        for (var old : journals().entrySet()) {
            if (old.getKey() != kept && old.getKey() < generation) {
                Files.deleteIfExists(old.getValue());
            }
        }
    }

    /** A file beside the state that keeps git from it. */
    void hideFromGit() throws IOException {
        Path ignore = state.resolve(".gitignore");
        if (!exists(ignore)) {
            Tree.write(ignore, "*\n".getBytes(UTF_8));
        }
    }

    static List<String> folder() {
        return List.of(STATE);
    }
}
