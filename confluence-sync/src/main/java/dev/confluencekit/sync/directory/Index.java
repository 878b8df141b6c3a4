package dev.confluencekit.sync.directory;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All items of the mirror, in memory, and those that it lost. For one thread. */
final class Index {
    private static final Comparator<ItemKey> ORDER =
            Comparator.comparing(ItemKey::kind).thenComparing(ItemKey::id);

    private final NavigableMap<ItemKey, Entry> entries = new TreeMap<>(ORDER);
    private final NavigableMap<ItemKey, ItemState> lost = new TreeMap<>(ORDER);
    private final Map<String, NavigableSet<ItemKey>> bySpace = new HashMap<>();
    private final Map<ItemKey, NavigableSet<ItemKey>> byOwner = new HashMap<>();
    private final Map<ItemKind, Count> counts = new HashMap<>();
    private final Shared shared = new Shared();
    private @Nullable String checkpoint;

    void put(Entry given) {
        remove(given.key());
        Entry entry = given.shared(shared);
        entries.put(entry.key(), entry);
        bySpace.computeIfAbsent(entry.state().spaceId(), id -> new TreeSet<>(ORDER))
                .add(entry.key());
        ItemKey owner = entry.state().owner();
        if (owner != null) {
            byOwner.computeIfAbsent(owner, key -> new TreeSet<>(ORDER)).add(entry.key());
        }
        count(entry.state(), 1);
    }

    void remove(ItemKey key) {
        lost.remove(key);
        Entry entry = entries.remove(key);
        if (entry == null) {
            return;
        }
        remove(bySpace, entry.state().spaceId(), key);
        ItemKey owner = entry.state().owner();
        if (owner != null) {
            remove(byOwner, owner, key);
        }
        count(entry.state(), -1);
    }

    void lose(ItemState state) {
        remove(state.key());
        lost.put(state.key(), state);
    }

    void checkpoint(String text) {
        checkpoint = text;
    }

    Optional<String> checkpoint() {
        return Optional.ofNullable(checkpoint);
    }

    Optional<Entry> find(ItemKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    boolean isLost(ItemKey key) {
        return lost.containsKey(key);
    }

    Collection<Entry> all() {
        return entries.values();
    }

    Collection<ItemState> lost() {
        return lost.values();
    }

    List<ItemState> list(ItemKind kind, @Nullable String spaceId, @Nullable ItemKey after, int most) {
        NavigableSet<ItemKey> keys =
                spaceId == null ? entries.navigableKeySet() : bySpace.getOrDefault(spaceId, new TreeSet<>(ORDER));
        NavigableSet<ItemKey> rest = after == null
                ? keys.tailSet(new ItemKey(kind, "-"), true) // no id is smaller
                : keys.tailSet(after, false);
        return rest.stream()
                .takeWhile(key -> key.kind() == kind)
                .limit(most)
                .flatMap(key -> find(key).stream())
                .map(Entry::state)
                .toList();
    }

    List<ItemState> ownedBy(ItemKey owner) {
        return byOwner.getOrDefault(owner, new TreeSet<>(ORDER)).stream()
                .flatMap(key -> find(key).stream())
                .map(Entry::state)
                .toList();
    }

    long count(ItemKind kind) {
        return counts.getOrDefault(kind, new Count()).all;
    }

    long countUnreachable(ItemKind kind) {
        return counts.getOrDefault(kind, new Count()).unreachable;
    }

    private void count(ItemState state, int more) {
        Count count = counts.computeIfAbsent(state.key().kind(), kind -> new Count());
        count.all += more;
        count.unreachable += state.unreachableSince() == null ? 0 : more;
    }

    private static <K> void remove(Map<K, NavigableSet<ItemKey>> index, K at, ItemKey key) {
        NavigableSet<ItemKey> keys = index.get(at);
        if (keys != null && keys.remove(key) && keys.isEmpty()) {
            index.remove(at);
        }
    }

    private static final class Count {
        private long all;
        private long unreachable;
    }
}
