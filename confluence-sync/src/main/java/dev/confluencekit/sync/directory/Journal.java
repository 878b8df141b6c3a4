package dev.confluencekit.sync.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.sync.internal.stored.ItemJson;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.target.TargetException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came after an index was written: a block for each batch, forced to the disk. Its first block says which index it
 * belongs to.
 */
final class Journal {
    private static final String KIND = "mirror journal";
    private static final String PUT = "put";
    private static final String REMOVE = "remove";
    private static final String LOSE = "lose";
    private static final String CHECKPOINT = "checkpoint";

    private final Path file;
    private long size;
    private byte[] last;
    private boolean broken;

    private Journal(Path file, long size, byte[] last) {
        this.file = file;
        this.size = size;
        this.last = last;
    }

    /** Begins the journal of an index. */
    static Journal start(Path file, long generation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Blocks.Writer block = new Blocks.Writer(out, new byte[0]);
        block.line(ItemJson.line(Format.header(KIND, generation)));
        byte[] last = block.end();
        Tree.replaceForced(file, out.toByteArray());
        return new Journal(file, out.size(), last);
    }

    long size() {
        return size;
    }

    /** Whether it may hold half a batch that could not be taken back. */
    boolean isBroken() {
        return broken;
    }

    /** Appends a batch: all of it or nothing. */
    void append(Batch batch) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Blocks.Writer block = new Blocks.Writer(out, last);
        for (String line : batch.lines()) {
            block.line(line);
        }
        byte[] sum = block.end();
        try (FileChannel channel = Tree.change(file)) {
            channel.position(size);
            Tree.writeAll(channel, out.toByteArray());
            channel.force(false);
        } catch (IOException | RuntimeException e) {
            takeBack(e);
            throw e;
        }
        size += out.size();
        last = sum;
    }

    private void takeBack(Exception failure) {
        boolean interrupted = Thread.interrupted();
        try {
            cut(file, size);
        } catch (IOException | RuntimeException e) {
            broken = true;
            failure.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Cuts a journal back to its whole blocks. */
    static void cut(Path file, long size) throws IOException {
        try (FileChannel channel = Tree.change(file)) {
            channel.truncate(size);
            channel.force(true);
        }
    }

    /** Brings an index forward by all whole batches. */
    static Replay replay(Path file, long generation, Index index) throws IOException {
        Set<ItemKey> put = new HashSet<>();
        try (Blocks.Reader reader = new Blocks.Reader(Tree.read(file))) {
            List<String> lines = new ArrayList<>();
            try {
                Blocks.Taker take = lines::add;
                if (!reader.next(take)) {
                    throw DamagedException.torn();
                }
                Format.check(file, KIND, lines.get(0), generation);
                lines.clear();
                while (reader.next(take)) {
                    for (String line : lines) {
                        apply(ItemJson.parse(line), index, put);
                    }
                    lines.clear();
                }
                return new Replay(reader.goodBytes(), put, null);
            } catch (DamagedException e) {
                return new Replay(reader.goodBytes(), put, e);
            }
        }
    }

    private static void apply(JsonNode line, Index index, Set<ItemKey> put) throws IOException {
        if (line.has(PUT)) {
            Entry entry = Entry.parse(line.get(PUT));
            index.put(entry);
            put.add(entry.key());
        } else if (line.has(REMOVE)) {
            index.remove(ItemJson.key(line.get(REMOVE)));
        } else if (line.has(LOSE)) {
            index.lose(ItemJson.state(line.get(LOSE)));
        } else if (line.has(CHECKPOINT)) {
            index.checkpoint(line.get(CHECKPOINT).textValue());
        } else {
            throw new TargetException("The journal of a mirror has a line of an unknown kind", null);
        }
    }

    /**
     * How far a journal could be read.
     *
     * @param goodBytes the size of what is whole
     * @param put the items whose files the journal tells of; they may not be on the disk yet
     * @param damage what is wrong with the rest, or null if there is none
     */
    record Replay(
            long goodBytes, Set<ItemKey> put, @Nullable DamagedException damage) {}

    /** What a batch makes of the index, for the journal and for the index itself. */
    static final class Batch {
        private final List<Entry> put = new ArrayList<>();
        private final List<ItemKey> remove = new ArrayList<>();
        private final List<ItemState> lose = new ArrayList<>();
        private final String checkpoint;

        Batch(String checkpoint) {
            this.checkpoint = checkpoint;
        }

        void put(Entry entry) {
            put.add(entry);
        }

        void remove(ItemKey key) {
            remove.add(key);
        }

        void lose(ItemState state) {
            lose.add(state);
        }

        private List<String> lines() {
            List<String> lines = new ArrayList<>();
            put.forEach(entry -> lines.add(line(PUT, entry.json())));
            remove.forEach(key -> lines.add(line(REMOVE, ItemJson.key(key))));
            lose.forEach(state -> lines.add(line(LOSE, ItemJson.state(state))));
            lines.add(ItemJson.line(ItemJson.object().put(CHECKPOINT, checkpoint)));
            return lines;
        }

        private static String line(String name, JsonNode what) {
            return ItemJson.line(ItemJson.object().set(name, what));
        }

        void applyTo(Index index) {
            put.forEach(index::put);
            remove.forEach(index::remove);
            lose.forEach(index::lose);
            index.checkpoint(checkpoint);
        }
    }
}
