package dev.confluencekit.auth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A map. */
final class InMemoryCredentialStore implements CredentialStore {
    private final Map<CredentialId, StoredCredential> entries = new ConcurrentHashMap<>();
    private final AtomicLong highestGone = new AtomicLong(NONE);

    @Override
    public Optional<StoredCredential> find(CredentialId id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public boolean put(CredentialId id, Credential credential, long expectedVersion) {
        boolean[] written = new boolean[1];
        entries.compute(id, (same, present) -> {
            long version = present == null ? NONE : present.version();
            if (version != expectedVersion) {
                return present;
            }
            written[0] = true;
            return new StoredCredential(credential, 1 + (present == null ? highestGone.get() : version));
        });
        return written[0];
    }

    @Override
    public void remove(CredentialId id) {
        entries.computeIfPresent(id, (same, present) -> {
            highestGone.accumulateAndGet(present.version(), Math::max);
            return null;
        });
    }

    @Override
    public String toString() {
        return "credentials in memory";
    }
}
