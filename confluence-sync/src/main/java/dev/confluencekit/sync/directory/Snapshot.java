package dev.confluencekit.sync.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.sync.internal.stored.ItemJson;
import dev.confluencekit.sync.item.ItemState;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The index as a file that people can read: a header, the checkpoint, and the items in their order.
 *
 * @param index what it holds
 * @param generation its number; each that is written has a higher one
 * @param bytes its size
 */
record Snapshot(Index index, long generation, long bytes) {
    private static final String KIND = "mirror index";
    private static final String ITEMS = "items";
    private static final String CHECKPOINT = "checkpoint";
    private static final String LOST = "lost";

    /** Writes a new file and forces it to the disk. */
    static long write(Path file, Index index, long generation) throws IOException {
        try (FileChannel channel = Tree.create(file)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024);
            Blocks.Writer block = new Blocks.Writer(out, new byte[0]);
            block.line(ItemJson.line(Format.header(KIND, generation)
                    .put(ITEMS, index.all().size() + index.lost().size())));
            ObjectNode checkpoint = ItemJson.object();
            index.checkpoint().ifPresent(text -> checkpoint.put(CHECKPOINT, text));
            block.line(ItemJson.line(checkpoint));
            for (Entry entry : index.all()) {
                block.line(ItemJson.line(entry.json()));
            }
            for (ItemState lost : index.lost()) {
                block.line(ItemJson.line(ItemJson.state(lost).put(LOST, true)));
            }
            block.end();
            out.flush();
            channel.force(true);
            return channel.size();
        }
    }

    /**
     * Reads a file.
     *
     * @throws DamagedException if it is not what was written
     */
    static Snapshot read(Path file) throws IOException {
        try (Blocks.Reader reader = new Blocks.Reader(Tree.read(file))) {
            Lines lines = new Lines();
            if (!reader.next(lines)) {
                throw DamagedException.torn();
            }
            JsonNode header = lines.header;
            if (header == null) {
                throw DamagedException.damaged("it has no header");
            }
            Format.check(file, KIND, header);
            if (lines.items != header.path(ITEMS).asLong(-1) || !lines.checkpointSeen) {
                throw DamagedException.damaged("it has not as many lines as it should");
            }
            long bytes = reader.goodBytes();
            if (reader.next(line -> {})) {
                throw DamagedException.damaged("something stands after its end");
            }
            return new Snapshot(lines.index, Format.generation(header), bytes);
        }
    }

    /** Takes the lines of a snapshot; those of a newer format are not looked at. */
    private static final class Lines implements Blocks.Taker {
        private final Index index = new Index();
        private @Nullable JsonNode header;
        private boolean checkpointSeen;
        private long items;

        @Override
        public void take(String line) throws IOException {
            if (header == null) {
                header = ItemJson.parse(line);
            } else if (!Format.isNewer(header)) {
                takeItem(ItemJson.parse(line));
            }
        }

        private void takeItem(JsonNode line) throws IOException {
            if (!checkpointSeen) {
                checkpointSeen = true;
                if (line.has(CHECKPOINT)) {
                    index.checkpoint(line.get(CHECKPOINT).asText());
                }
            } else if (line.has(LOST)) {
                index.lose(ItemJson.state(line));
                items++;
            } else {
                index.put(Entry.parse(line));
                items++;
            }
        }
    }
}
