package dev.confluencekit.auth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A map. */
final class InMemoryCredentialStore implements CredentialStore {
    private final Map<CredentialId, StoredCredential> entries = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredCredential> find(CredentialId id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public boolean put(CredentialId id, Credential credential, long expectedVersion) {
        StoredCredential next = new StoredCredential(credential, expectedVersion + 1);
        if (expectedVersion == NONE) {
            return entries.putIfAbsent(id, next) == null;
        }
        StoredCredential present = entries.get(id);
        return present != null && present.version() == expectedVersion && entries.replace(id, present, next);
    }

    @Override
    public void remove(CredentialId id) {
        entries.remove(id);
    }

    @Override
    public String toString() {
        return "credentials in memory";
    }
}
