package dev.confluencekit.content.space;

import dev.confluencekit.content.SpaceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Remembers which id a space key stands for, since people know keys and the service wants ids. For many threads. */
public final class SpaceKeys {
    private static final int MOST_REMEMBERED = 1_000;

    private final SpacesClient spaces;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, SpaceId> remembered = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Nothing remembered yet.
     *
     * @param spaces where to look a key up
     */
    public SpaceKeys(SpacesClient spaces) {
        this.spaces = spaces;
    }

    /**
     * The id of the space; one request the first time.
     *
     * @param key the key of the space
     * @return the id
     * @throws SpaceNotFoundException if no such space can be seen
     */
    public SpaceId idOf(String key) {
        SpaceId known = recall(key);
        if (known != null) {
            return known;
        }
        SpaceId found = spaces.findByKey(key)
                .orElseThrow(() -> new SpaceNotFoundException(key))
                .id();
        remember(key, found);
        return found;
    }

    private @Nullable SpaceId recall(String key) {
        lock.lock();
        try {
            return remembered.get(key);
        } finally {
            lock.unlock();
        }
    }

    private void remember(String key, SpaceId id) {
        lock.lock();
        try {
            remembered.put(key, id);
            if (remembered.size() > MOST_REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }
}
