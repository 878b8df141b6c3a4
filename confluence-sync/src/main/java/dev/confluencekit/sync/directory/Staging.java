package dev.confluencekit.sync.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.sync.internal.stored.ItemJson;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemFile;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.TargetBatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one batch: written beside their places first, put into place once the journal has the batch. Whoever dies in
 * between leaves both, and {@link Repair} ends the work.
 */
final class Staging {
    private static final String DETAILS = "details";
    private static final String BODY = "body";
    private static final String CONTENT = "content";
    private static final String FILE = "file";
    private static final String MEDIA_TYPE = "mediaType";

    private final Tree tree;
    private final Index index;
    private final Journal.Batch batch;
    private final List<Place> staged = new ArrayList<>();
    private final List<Place> obsolete = new ArrayList<>();
    private final Set<List<String>> touched = new LinkedHashSet<>();

    Staging(Tree tree, Index index, String checkpoint) {
        this.tree = tree;
        this.index = index;
        this.batch = new Journal.Batch(checkpoint);
    }

    /** Writes all that the batch needs, or removes what it wrote. */
    static Staging of(Tree tree, Index index, TargetBatch batch) throws IOException {
        Staging staging = new Staging(tree, index, batch.checkpoint());
        try {
            for (MirrorItem item : batch.put()) {
                staging.put(item);
            }
            for (ItemState state : batch.mark()) {
                staging.mark(state);
            }
            for (ItemKey key : batch.remove()) {
                staging.remove(key);
            }
            return staging;
        } catch (IOException | RuntimeException e) {
            staging.discard(e);
            throw e;
        }
    }

    Journal.Batch batch() {
        return batch;
    }

    /** The folders in which files come or go. */
    Set<List<String>> touched() {
        return touched;
    }

    private void put(MirrorItem item) throws IOException {
        ItemState state = item.state();
        List<String> folder = Names.folder(state);
        Map<String, byte[]> files = new LinkedHashMap<>();
        ObjectNode meta = ItemJson.state(state);
        meta.set(DETAILS, ItemJson.details(item.details()));
        files.put(Names.META, new byte[0]);
        ItemBody body = item.body();
        String bodyEnding = null;
        if (body != null) {
            bodyEnding = Names.bodyEnding(body.fileExtension());
            meta.putObject(BODY).put(FILE, Names.file(item.key(), bodyEnding)).put(MEDIA_TYPE, body.mediaType());
            Path place = stage(folder, item.key(), bodyEnding);
            files.put(bodyEnding, Tree.write(place, utf8(body.text())));
        }
        ItemFile file = item.file();
        if (file != null) {
            String ending = Names.fileEnding(state.title(), bodyEnding);
            meta.putObject(CONTENT)
                    .put(FILE, Names.file(item.key(), ending))
                    .put("size", file.size())
                    .put(MEDIA_TYPE, file.mediaType());
            Path place = stage(folder, item.key(), ending);
            try (InputStream in = Files.newInputStream(file.content())) {
                files.put(ending, Tree.write(place, in, file.size()));
            }
        }
        putMeta(folder, state.key(), meta, files);
        replaced(Entry.of(state, files), folder);
    }

    private void putMeta(List<String> folder, ItemKey key, ObjectNode meta, Map<String, byte[]> files)
            throws IOException {
        Path place = stage(folder, key, Names.META);
        files.put(Names.META, Tree.write(place, ItemJson.pretty(meta).getBytes(UTF_8)));
    }

    private static byte[] utf8(String text) {
        String whole = text;
        for (int i = 0; i < whole.length(); i += Character.charCount(whole.codePointAt(i))) {
            if (Character.getType(whole.codePointAt(i)) == Character.SURROGATE) {
                whole = whole.substring(0, i) + '\ufffd' + whole.substring(i + 1);
            }
        }
        return whole.getBytes(UTF_8);
    }

    private void mark(ItemState state) throws IOException {
        Optional<Entry> present = index.find(state.key());
        if (present.isEmpty()) {
            return;
        }
        Entry old = present.get();
        List<String> from = Names.folder(old.state());
        List<String> folder = Names.folder(state);
        Map<String, byte[]> files = new LinkedHashMap<>();
        Optional<JsonNode> meta = meta(old, from);
        boolean whole = meta.isPresent();
        for (String ending : old.endings()) {
            byte[] digest = old.digest(ending);
            files.put(ending, digest);
            if (whole && !ending.equals(Names.META) && !folder.equals(from)) {
                whole = copied(from, folder, state.key(), ending, digest);
            }
        }
        if (whole) {
            ObjectNode changed = ItemJson.state(state);
            for (String member : List.of(DETAILS, BODY, CONTENT)) {
                if (meta.get().has(member)) {
                    changed.set(member, meta.get().get(member));
                }
            }
            putMeta(folder, state.key(), changed, files);
            replaced(Entry.of(state, files), folder);
        } else {
            batch.lose(state);
        }
    }

    /** What is told of an item, if its file is still what was written. */
    private Optional<JsonNode> meta(Entry old, List<String> folder) throws IOException {
        Optional<Path> file = tree.find(folder).map(path -> path.resolve(Names.file(old.key(), Names.META)));
        if (file.isEmpty() || !Tree.isFile(file.get())) {
            return Optional.empty();
        }
        byte[] content;
        try (InputStream in = Tree.read(file.get())) {
            content = in.readAllBytes();
        }
        return Arrays.equals(Sha256.of(content), old.digest(Names.META))
                ? Optional.of(ItemJson.parse(new String(content, UTF_8)))
                : Optional.empty();
    }

    private boolean copied(List<String> from, List<String> to, ItemKey key, String ending, byte[] digest)
            throws IOException {
        Optional<Path> file = tree.find(from).map(path -> path.resolve(Names.file(key, ending)));
        if (file.isEmpty() || !Tree.isFile(file.get())) {
            return false;
        }
        try (InputStream in = Tree.read(file.get())) {
            return Arrays.equals(Tree.write(stage(to, key, ending), in, Files.size(file.get())), digest);
        }
    }

    private void remove(ItemKey key) throws IOException {
        Optional<Entry> present = index.find(key);
        if (present.isPresent()) {
            List<String> folder = Names.folder(present.get().state());
            for (String ending : present.get().endings()) {
                obsolete.add(new Place(folder, Names.file(key, ending)));
            }
            touched.add(folder);
        }
        if (present.isPresent() || index.isLost(key)) {
            batch.remove(key);
        }
    }

    /** Notes an entry, and which files of the item's old one will have no place in it. */
    private void replaced(Entry entry, List<String> folder) throws IOException {
        batch.put(entry);
        Optional<Entry> present = index.find(entry.key());
        if (present.isEmpty()) {
            return;
        }
        List<String> from = Names.folder(present.get().state());
        for (String ending : present.get().endings()) {
            if (!from.equals(folder) || !entry.endings().contains(ending)) {
                obsolete.add(new Place(from, Names.file(entry.key(), ending)));
            }
        }
        if (!from.equals(folder)) {
            touched.add(from);
        }
    }

    /** Where to write a file that waits for the batch. */
    private Path stage(List<String> folder, ItemKey key, String ending) throws IOException {
        touched.add(folder);
        Path directory = tree.create(folder);
        Place place = new Place(folder, Names.file(key, ending));
        Path end = directory.resolve(place.name);
        if (Files.isDirectory(end, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(end + " is a directory");
        }
        staged.add(place);
        return directory.resolve(Names.staged(place.name));
    }

    /** Removes what was written, since the batch will not be. */
    void discard(Exception failure) {
        try {
            for (Place place : staged) {
                Optional<Path> directory = tree.find(place.folder);
                if (directory.isPresent()) {
                    Files.deleteIfExists(directory.get().resolve(Names.staged(place.name)));
                }
            }
            prune();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Puts all into place, and takes away what has none any more. */
    void publish() throws IOException {
        for (Place place : staged) {
            Path directory = tree.create(place.folder);
            Tree.replace(directory.resolve(Names.staged(place.name)), directory.resolve(place.name));
        }
        for (Place place : obsolete) {
            Optional<Path> directory = tree.find(place.folder);
            if (directory.isPresent()) {
                Files.deleteIfExists(directory.get().resolve(place.name));
            }
        }
        prune();
    }

    private void prune() throws IOException {
        for (List<String> folder : touched) {
            tree.prune(folder);
        }
    }

    private record Place(List<String> folder, String name) {}
}
