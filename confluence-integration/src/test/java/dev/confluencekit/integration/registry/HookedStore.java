package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.StoredCredential;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store in which something happens once, right after a credential was found. */
final class HookedStore implements CredentialStore {
    private final CredentialStore store;
    private final Runnable afterFirstFind;
    private final AtomicBoolean happened = new AtomicBoolean();

    HookedStore(CredentialStore store, Runnable afterFirstFind) {
        this.store = store;
        this.afterFirstFind = afterFirstFind;
    }

    @Override
    public Optional<StoredCredential> find(CredentialId id) {
        Optional<StoredCredential> found = store.find(id);
        if (happened.compareAndSet(false, true)) {
            afterFirstFind.run();
        }
        return found;
    }

    @Override
    public boolean put(CredentialId id, Credential credential, long expectedVersion) {
        return store.put(id, credential, expectedVersion);
    }

    @Override
    public void remove(CredentialId id) {
        store.remove(id);
    }
}
