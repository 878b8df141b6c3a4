package dev.confluencekit.integration.registry;

import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that fails when told to. */
final class MoodyStore implements IntegrationStore {
    private final IntegrationStore store;
    private final boolean[] failing;

    MoodyStore(IntegrationStore store, boolean[] failing) {
        this.store = store;
        this.failing = failing;
    }

    private IntegrationStore store() {
        if (failing[0]) {
            throw new StoreException(
                    Messages.standard().say(MessageCode.STORE_FAILED, Map.of("reason", "not in the mood")), null);
        }
        return store;
    }

    @Override
    public List<StoredIntegration> list() {
        return store().list();
    }

    @Override
    public Optional<StoredIntegration> find(IntegrationId id) {
        return store().find(id);
    }

    @Override
    public Written put(IntegrationId id, @Nullable String identity, String document, long expectedVersion) {
        return store().put(id, identity, document, expectedVersion);
    }

    @Override
    public void remove(IntegrationId id) {
        store().remove(id);
    }
}
