package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.StoredCredential;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Two stores of a process that dies at a given change of either, before it takes effect or right after. */
final class MortalStores {
    /** The death of the process. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final IntegrationStore integrations;
    private final CredentialStore credentials;
    private final Set<CredentialId> everStored = ConcurrentHashMap.newKeySet();
    private int changesLeft = Integer.MAX_VALUE;
    private boolean lastTakesEffect;
    private boolean dead;
    private int changes;

    MortalStores(IntegrationStore integrations, CredentialStore credentials) {
        this.integrations = integrations;
        this.credentials = credentials;
    }

    void dieAfter(int wholeChanges, boolean nextTakesEffect) {
        this.changesLeft = wholeChanges;
        this.lastTakesEffect = nextTakesEffect;
    }

    boolean isDead() {
        return dead;
    }

    int changes() {
        return changes;
    }

    /** The keys that lie in the store. */
    List<CredentialId> keys() {
        return everStored.stream()
                .filter(id -> credentials.find(id).isPresent())
                .toList();
    }

    private <T> T change(Supplier<T> change) {
        requireAlive();
        changes++;
        boolean last = changesLeft-- <= 0;
        if (!last || lastTakesEffect) {
            T result = change.get();
            if (!last) {
                return result;
            }
        }
        dead = true;
        throw new Death();
    }

    private void requireAlive() {
        if (dead) {
            throw new Death();
        }
    }

    IntegrationStore integrations() {
        return new IntegrationStore() {
            @Override
            public List<StoredIntegration> list() {
                requireAlive();
                return integrations.list();
            }

            @Override
            public Optional<StoredIntegration> find(IntegrationId id) {
                requireAlive();
                return integrations.find(id);
            }

            @Override
            public Written put(IntegrationId id, @Nullable String identity, String document, long expectedVersion) {
                return change(() -> integrations.put(id, identity, document, expectedVersion));
            }

            @Override
            public void remove(IntegrationId id) {
                change(() -> {
                    integrations.remove(id);
                    return id;
                });
            }
        };
    }

    CredentialStore credentials() {
        return new CredentialStore() {
            @Override
            public Optional<StoredCredential> find(CredentialId id) {
                requireAlive();
                return credentials.find(id);
            }

            @Override
            public boolean put(CredentialId id, Credential credential, long expectedVersion) {
                everStored.add(id);
                return change(() -> credentials.put(id, credential, expectedVersion));
            }

            @Override
            public void remove(CredentialId id) {
                change(() -> {
                    credentials.remove(id);
                    return id;
                });
            }
        };
    }
}
