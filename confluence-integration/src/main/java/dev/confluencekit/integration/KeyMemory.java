package dev.confluencekit.integration;

import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.secret.Authenticator;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.internal.connection.ConnectionTest;
import dev.confluencekit.integration.internal.connection.KeyHistory;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an integration knows of its key: the end that the store states, and whether this very key was accepted before. Safe
 * for use by many threads.
 */
final class KeyMemory {
    private final Supplier<Optional<Authorization>> key;
    private final Supplier<KeyLife> life;
    private volatile @Nullable Accepted accepted;

    private record Accepted(Authorization key, Instant at) {}

    private KeyMemory(Supplier<Optional<Authorization>> key, Supplier<KeyLife> life) {
        this.key = key;
        this.life = life;
    }

    /** Of a key that cannot be seen. */
    static KeyMemory none() {
        return new KeyMemory(Optional::empty, KeyLife::unknown);
    }

    static KeyMemory of(Authenticator authenticator, Supplier<KeyLife> life) {
        return new KeyMemory(() -> present(authenticator), life);
    }

    /** What a store states; if it cannot be read the test itself will find that out. */
    static KeyLife lifeIn(CredentialStore store, CredentialId id) {
        try {
            return store.find(id).map(found -> KeyLife.of(found.credential())).orElseGet(KeyLife::unknown);
        } catch (CredentialException e) {
            return KeyLife.unknown();
        }
    }

    private static Optional<Authorization> present(Authenticator authenticator) {
        try {
            return Optional.of(authenticator.authorize());
        } catch (CredentialException e) {
            return Optional.empty();
        }
    }

    /** Runs a test with what is known, and learns from its report. */
    ConnectionReport use(ConnectionTest test) {
        Optional<Authorization> tested = key.get();
        ConnectionReport report = test.run(new KeyHistory(life.get(), acceptedAt(tested)));
        if (report.account() != null && tested.equals(key.get())) {
            tested.ifPresent(same -> accepted = new Accepted(same, report.testedAt()));
        }
        return report;
    }

    private @Nullable Instant acceptedAt(Optional<Authorization> tested) {
        Accepted before = accepted;
        return before != null && tested.filter(before.key()::equals).isPresent() ? before.at() : null;
    }
}
