package dev.confluencekit.integration.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A map. */
final class InMemoryIntegrationStore implements IntegrationStore {
    private final Map<IntegrationId, StoredIntegration> entries = new HashMap<>();

    @Override
    public synchronized List<StoredIntegration> list() {
        return List.copyOf(entries.values());
    }

    @Override
    public synchronized Optional<StoredIntegration> find(IntegrationId id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public synchronized Written put(
            IntegrationId id, @Nullable String identity, String document, long expectedVersion) {
        StoredIntegration present = entries.get(id);
        if ((present == null ? NONE : present.version()) != expectedVersion) {
            return Written.OUTDATED;
        }
        if (isTaken(id, identity, entries.values())) {
            return Written.IDENTITY_TAKEN;
        }
        entries.put(id, new StoredIntegration(id, expectedVersion + 1, identity, document));
        return Written.STORED;
    }

    static boolean isTaken(IntegrationId id, @Nullable String identity, Iterable<StoredIntegration> entries) {
        if (identity == null) {
            return false;
        }
        for (StoredIntegration entry : entries) {
            if (identity.equals(entry.identity()) && !entry.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized void remove(IntegrationId id) {
        entries.remove(id);
    }

    @Override
    public String toString() {
        return "integrations in memory";
    }
}
