package dev.confluencekit.sync.memory;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetBusyException;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A mirror in this process's memory: for tests, and for hosts whose whole knowledge base fits. It lives as long as this
 * object. Files of attachments are not kept, only what is told of them. Safe for use by many threads; readers see each batch
 * as a whole.
 */
public final class InMemoryTarget implements MirrorTarget {
    private static final Comparator<ItemKey> ORDER =
            Comparator.comparing(ItemKey::kind).thenComparing(ItemKey::id);

    private final Object monitor = new Object();
    private final Map<ItemKey, MirrorItem> items = new HashMap<>();
    private final NavigableSet<ItemKey> keys = new TreeSet<>(ORDER);
    private final Map<String, NavigableSet<ItemKey>> bySpace = new HashMap<>();
    private final Map<ItemKey, Set<ItemKey>> byOwner = new HashMap<>();
    private final Map<ItemKind, long[]> counts = new HashMap<>();
    private @Nullable String checkpoint;
    private final AtomicReference<@Nullable String> holder = new AtomicReference<>();

    /** An empty target. */
    public InMemoryTarget() {}

    /**
     * All that the mirror holds now.
     *
     * @return a copy
     */
    public Map<ItemKey, MirrorItem> items() {
        synchronized (monitor) {
            return Map.copyOf(items);
        }
    }

    /**
     * One item.
     *
     * @param key which
     * @return the item, or empty
     */
    public Optional<MirrorItem> find(ItemKey key) {
        synchronized (monitor) {
            return Optional.ofNullable(items.get(key));
        }
    }

    @Override
    public TargetSession open(String who) {
        String other = holder.compareAndExchange(null, who);
        if (other != null) {
            throw new TargetBusyException("The mirror in memory", other);
        }
        return new Session();
    }

    @Override
    public String toString() {
        synchronized (monitor) {
            return "a mirror in memory of " + items.size() + " items";
        }
    }

    private void store(MirrorItem item) {
        forget(item.key());
        items.put(item.key(), new MirrorItem(item.state(), item.details(), item.body(), null));
        keys.add(item.key());
        bySpace.computeIfAbsent(item.state().spaceId(), id -> new TreeSet<>(ORDER))
                .add(item.key());
        ItemKey owner = item.state().owner();
        if (owner != null) {
            byOwner.computeIfAbsent(owner, key -> new HashSet<>()).add(item.key());
        }
        count(item.state(), 1);
    }

    private void forget(ItemKey key) {
        MirrorItem old = items.remove(key);
        if (old == null) {
            return;
        }
        keys.remove(key);
        remove(bySpace, old.state().spaceId(), key);
        ItemKey owner = old.state().owner();
        if (owner != null) {
            remove(byOwner, owner, key);
        }
        count(old.state(), -1);
    }

    private static <K, S extends Set<ItemKey>> void remove(Map<K, S> index, K at, ItemKey key) {
        S keys = index.get(at);
        if (keys != null && keys.remove(key) && keys.isEmpty()) {
            index.remove(at);
        }
    }

    private void count(ItemState state, int more) {
        long[] of = counts.computeIfAbsent(state.key().kind(), kind -> new long[2]);
        of[0] += more;
        of[1] += state.unreachableSince() == null ? 0 : more;
    }

    /** The one that is in. */
    private final class Session implements TargetSession {
        private boolean closed;

        private void ensureOpen() {
            if (closed) {
                throw new TargetException("This session of the mirror in memory has been closed", null);
            }
        }

        @Override
        public Optional<String> checkpoint() {
            ensureOpen();
            return Optional.ofNullable(checkpoint);
        }

        @Override
        public Map<ItemKey, ItemState> find(Collection<ItemKey> keys) {
            ensureOpen();
            Map<ItemKey, ItemState> found = new LinkedHashMap<>();
            synchronized (monitor) {
                for (ItemKey key : keys) {
                    MirrorItem item = items.get(key);
                    if (item != null) {
                        found.put(key, item.state());
                    }
                }
            }
            return found;
        }

        @Override
        public List<ItemState> list(ItemKind kind, @Nullable String spaceId, @Nullable ItemKey after, int most) {
            ensureOpen();
            synchronized (monitor) {
                NavigableSet<ItemKey> all =
                        spaceId == null ? keys : bySpace.getOrDefault(spaceId, new TreeSet<>(ORDER));
                NavigableSet<ItemKey> rest = after == null
                        ? all.tailSet(new ItemKey(kind, "-"), true) // no id is smaller
                        : all.tailSet(after, false);
                return rest.stream()
                        .takeWhile(key -> key.kind() == kind)
                        .limit(most)
                        .map(key -> state(key))
                        .toList();
            }
        }

        private ItemState state(ItemKey key) {
            MirrorItem item = items.get(key);
            if (item == null) {
                throw new IllegalStateException(key + " is indexed and not there");
            }
            return item.state();
        }

        @Override
        public List<ItemState> ownedBy(ItemKey owner) {
            ensureOpen();
            synchronized (monitor) {
                return byOwner.getOrDefault(owner, Set.of()).stream()
                        .sorted(ORDER)
                        .map(this::state)
                        .toList();
            }
        }

        @Override
        public long count(ItemKind kind) {
            ensureOpen();
            synchronized (monitor) {
                return counts.getOrDefault(kind, new long[2])[0];
            }
        }

        @Override
        public long countUnreachable(ItemKind kind) {
            ensureOpen();
            synchronized (monitor) {
                return counts.getOrDefault(kind, new long[2])[1];
            }
        }

        @Override
        public void apply(TargetBatch batch) {
            ensureOpen();
            synchronized (monitor) {
                batch.put().forEach(InMemoryTarget.this::store);
                for (ItemState state : batch.mark()) {
                    MirrorItem item = items.get(state.key());
                    if (item != null) {
                        store(new MirrorItem(state, item.details(), item.body(), null));
                    }
                }
                batch.remove().forEach(InMemoryTarget.this::forget);
                checkpoint = batch.checkpoint();
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                holder.set(null);
            }
        }
    }
}
