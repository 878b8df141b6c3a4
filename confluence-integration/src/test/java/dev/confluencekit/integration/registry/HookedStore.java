package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.StoredCredential;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store in which something happens once, right after a credential was looked for, or right before one is put. */
final class HookedStore implements CredentialStore {
    private final CredentialStore store;
    private final Runnable happening;
    private final boolean atPut;
    private final AtomicBoolean happened = new AtomicBoolean();

    private HookedStore(CredentialStore store, Runnable happening, boolean atPut) {
        this.store = store;
        this.happening = happening;
        this.atPut = atPut;
    }

    static HookedStore afterFirstFind(CredentialStore store, Runnable happening) {
        return new HookedStore(store, happening, false);
    }

    static HookedStore beforeFirstPut(CredentialStore store, Runnable happening) {
        return new HookedStore(store, happening, true);
    }

    @Override
    public Optional<StoredCredential> find(CredentialId id) {
        Optional<StoredCredential> found = store.find(id);
        happen(!atPut);
        return found;
    }

    @Override
    public boolean put(CredentialId id, Credential credential, long expectedVersion) {
        happen(atPut);
        return store.put(id, credential, expectedVersion);
    }

    private void happen(boolean now) {
        if (now && happened.compareAndSet(false, true)) {
            happening.run();
        }
    }

    @Override
    public void remove(CredentialId id) {
        store.remove(id);
    }
}
