package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** The properties of content and spaces, by the rules of the service. Each write is one step. */
public final class Properties {

    private static final long FIRST_ID = 4_194_304;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Map<Long, PropertyEntry>> byOwner = new HashMap<>();
    private long nextId = FIRST_ID;

    /**
     * There are none yet.
     *
     * @param clock gives the time of versions
     */
    public Properties(Clock clock) {
        this.clock = clock;
    }

    /**
     * Gives the properties of an owner.
     *
     * @param owner the id of content or of a space; no two are the same
     * @return the properties by their ids
     */
    public List<PropertyEntry> of(long owner) {
        lock.lock();
        try {
            return List.copyOf(byOwner.getOrDefault(owner, Map.of()).values());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds a property.
     *
     * @param owner whose
     * @param id which
     * @return the property, or empty
     */
    public Optional<PropertyEntry> find(long owner, long id) {
        return of(owner).stream().filter(one -> one.id() == id).findFirst();
    }

    /**
     * Creates a property.
     *
     * @param owner whose
     * @param key its key, which must be free
     * @param value its value as a JSON text
     * @param authorId who writes
     * @return the property
     */
    public PropertyEntry create(long owner, String key, String value, String authorId) {
        lock.lock();
        try {
            if (of(owner).stream().anyMatch(one -> one.key().equals(key))) {
                throw new RuleBroken(Rule.OTHER, "A property with the key '" + key + "' already exists");
            }
            return put(owner, new PropertyEntry(nextId++, key, value, 1, authorId, clock.instant()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes the next version of a property.
     *
     * @param owner whose
     * @param id which
     * @param key its key from now on
     * @param value its value from now on
     * @param number the version, which must be the present one plus one
     * @param authorId who writes
     * @return the property
     */
    public PropertyEntry update(long owner, long id, String key, String value, int number, String authorId) {
        lock.lock();
        try {
            PropertyEntry present = find(owner, id).orElseThrow(Properties::notThere);
            if (number != present.number() + 1) {
                throw new RuleBroken(
                        Rule.VERSION,
                        "Version must be incremented when updating a property. Current Version: [" + present.number()
                                + "]. Provided version: [" + number + "]");
            }
            return put(owner, new PropertyEntry(id, key, value, number, authorId, clock.instant()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Deletes a property.
     *
     * @param owner whose
     * @param id which
     */
    public void delete(long owner, long id) {
        lock.lock();
        try {
            Map<Long, PropertyEntry> present = byOwner.get(owner);
            if (present == null || present.remove(id) == null) {
                throw notThere();
            }
        } finally {
            lock.unlock();
        }
    }

    private PropertyEntry put(long owner, PropertyEntry entry) {
        byOwner.computeIfAbsent(owner, any -> new TreeMap<>()).put(entry.id(), entry);
        return entry;
    }

    private static RuleBroken notThere() {
        return new RuleBroken(Rule.NOT_THERE, "There is no such property");
    }
}
