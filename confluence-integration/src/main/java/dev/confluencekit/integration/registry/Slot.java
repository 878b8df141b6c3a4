package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.ApiKeyAuthenticator;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.auth.StoredCredential;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.secret.Authenticator;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.integration.ConfluenceIntegration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What one integration has open in this registry: its connection, and whose turn it is to change it. */
final class Slot {
    private final ReentrantLock turn = new ReentrantLock();
    private final CredentialStore credentials;
    private final ConfluenceConnection connection;
    private final ConfluenceIntegration facade;
    private final Integration opened;
    private final RefusedKey refusedKey;
    private @Nullable StoredCredential toldOf;

    /** What to do when the service has refused the key that lies in the store. */
    interface RefusedKey {
        void tell(IntegrationId id);
    }

    Slot(Integration integration, ConfluenceRuntime runtime, CredentialStore credentials, RefusedKey refusedKey) {
        this.credentials = credentials;
        this.opened = integration;
        this.refusedKey = refusedKey;
        this.connection = runtime.connect(integration.site(), new FromStore(), integration.cloudId());
        this.facade = ConfluenceIntegration.over(connection);
    }

    ConfluenceConnection connection() {
        return connection;
    }

    ConfluenceIntegration facade() {
        return facade;
    }

    /** What is known of the key that lies in the store. */
    Optional<KeyLife> keyLife() {
        return present().map(stored -> KeyLife.of(stored.credential()));
    }

    /** A store that fails here fails the call or the test that asks it for the key, too, and is told of there. */
    private Optional<StoredCredential> present() {
        try {
            return credentials.find(opened.credentialId());
        } catch (CredentialException e) {
            return Optional.empty();
        }
    }

    /** The settings of an integration do not change, but a host may put back another list under the same ids. */
    boolean fits(Integration integration) {
        return opened.site().equals(integration.site()) && opened.credentialId().equals(integration.credentialId());
    }

    /** One at a time, so that of many that exchange a key at once each sees what the one before it has done. */
    void takeTurn() {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfluenceInterruptedException(
                    "interrupted while another change of the integration was under way");
        }
    }

    void endTurn() {
        turn.unlock();
    }

    void close() {
        facade.close();
    }

    /** Tells once for each key; a key that lies in the store no more is nobody's concern. */
    void keyRefused(@Nullable Authorization refused) {
        Optional<StoredCredential> present = present();
        if (present.isEmpty()
                || refused != null && !authorization(present.get()).equals(refused)) {
            return;
        }
        synchronized (this) {
            if (present.get().equals(toldOf)) {
                return;
            }
            toldOf = present.get();
        }
        refusedKey.tell(opened.id());
    }

    private static Authorization authorization(StoredCredential stored) {
        return Authorization.basic(
                stored.credential().username(), stored.credential().apiKey());
    }

    /** Takes the key out of the store at every request. */
    private final class FromStore implements Authenticator {
        private final ApiKeyAuthenticator store = ApiKeyAuthenticator.of(credentials, opened.credentialId());

        @Override
        public Authorization authorize() {
            return store.authorize();
        }

        @Override
        public void refused(Authorization authorization) {
            keyRefused(authorization);
        }

        @Override
        public String toString() {
            return store.toString();
        }
    }
}
