package dev.confluencekit.markup.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one kind of thing, and what was looked for in vain. */
final class Book<K, V> {
    private final Map<K, Optional<V>> known = new HashMap<>();
    private final Set<K> wanted = new LinkedHashSet<>();
    private boolean closed;

    /** What is known; what is not is noted, to be asked for. */
    Optional<V> look(K key) {
        Optional<V> found = known.get(key);
        if (found != null) {
            return found;
        }
        if (!closed) {
            wanted.add(key);
        }
        return Optional.empty();
    }

    boolean isKnown(K key) {
        return known.containsKey(key);
    }

    boolean isWanting() {
        return !wanted.isEmpty();
    }

    /** What was noted; each of it is to be learned, if only that it is not there. */
    List<K> takeWanted() {
        List<K> taken = new ArrayList<>(wanted);
        wanted.clear();
        return taken;
    }

    void learn(K key, @Nullable V value) {
        known.put(key, Optional.ofNullable(value));
    }

    void absentIfUnknown(Iterable<K> keys) {
        keys.forEach(key -> known.putIfAbsent(key, Optional.empty()));
    }

    /** Notes nothing more, so that many threads may look. */
    void close() {
        closed = true;
        wanted.clear();
    }
}
