package dev.confluencekit.sync.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.sync.internal.stored.ItemJson;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** An item in the index: its state, and the digests of its files by their endings, packed since there are many. */
final class Entry {
    private static final String FILES = "files";

    private final ItemState state;
    private final List<String> endings;
    private final byte[] digests;

    private Entry(ItemState state, List<String> endings, byte[] digests) {
        this.state = state;
        this.endings = endings;
        this.digests = digests;
    }

    static Entry of(ItemState state, Map<String, byte[]> files) {
        byte[] digests = new byte[files.size() * Sha256.BYTES];
        int at = 0;
        for (byte[] digest : files.values()) {
            System.arraycopy(digest, 0, digests, at, Sha256.BYTES);
            at += Sha256.BYTES;
        }
        return new Entry(state, List.copyOf(files.keySet()), digests);
    }

    static Entry parse(JsonNode json) throws IOException {
        List<String> endings = new ArrayList<>();
        JsonNode files = json.path(FILES);
        byte[] digests = new byte[files.size() * Sha256.BYTES];
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            try {
                byte[] digest = HexFormat.of().parseHex(file.getValue().asText());
                System.arraycopy(digest, 0, digests, endings.size() * Sha256.BYTES, Sha256.BYTES);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IOException("no digest", e);
            }
            endings.add(file.getKey());
        }
        return new Entry(ItemJson.state(json), List.copyOf(endings), digests);
    }

    ObjectNode json() {
        ObjectNode json = ItemJson.state(state);
        ObjectNode files = json.putObject(FILES);
        for (String ending : endings) {
            files.put(ending, HexFormat.of().formatHex(digest(ending)));
        }
        return json;
    }

    /** The same with texts and lists that others hold already. */
    Entry shared(Shared shared) {
        ItemState lean = new ItemState(
                state.key(),
                shared.text(state.spaceId()),
                state.owner(),
                state.parentId(),
                state.title(),
                shared.text(state.status()),
                state.version(),
                state.fingerprint(),
                state.unreachableSince());
        return new Entry(lean, shared.list(endings), digests);
    }

    ItemState state() {
        return state;
    }

    ItemKey key() {
        return state.key();
    }

    List<String> endings() {
        return endings;
    }

    byte[] digest(String ending) {
        int at = endings.indexOf(ending) * Sha256.BYTES;
        return Arrays.copyOfRange(digests, at, at + Sha256.BYTES);
    }
}
