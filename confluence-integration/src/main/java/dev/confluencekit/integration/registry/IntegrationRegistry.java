package dev.confluencekit.integration.registry;

import dev.confluencekit.integration.ConfluenceIntegration;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.message.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One tenant's list of integrations. Many registries may share a runtime, many processes a store, many threads a
 * registry.
 *
 * <pre>{@code
 * IntegrationRegistry registry = IntegrationRegistry.builder()
 *         .integrations(IntegrationStore.directory(dir))
 *         .credentials(CredentialStore.encryptedFile(dir.resolve("credentials"), masterKey))
 *         .build();
 *
 * Integration added = registry.add(NewIntegration.builder()
 *         .name("Support KB").domain("acme.atlassian.net").username("kb-bot@acme.example")
 *         .apiKey(key).keyExpires(LocalDate.of(2027, 3, 1)).build());
 * registry.testConnection(added.id());
 * registry.updateApiKey(added.id(), KeyUpdate.of(newKey).expires(date));
 * registry.remove(added.id());
 * }</pre>
 *
 * <p>What goes wrong is an {@link dev.confluencekit.integration.message.IntegrationException} with a message for people; where
 * one of the stores fails, a {@link StoreException}. All methods but {@link #close} throw
 * {@link dev.confluencekit.core.error.ConfluenceClosedException} after it, and
 * {@link dev.confluencekit.core.error.ConfluenceInterruptedException} if the thread is interrupted while they wait for the
 * service.
 */
public interface IntegrationRegistry extends AutoCloseable {
    /**
     * Starts a registry.
     *
     * @return a builder
     */
    static IntegrationRegistryBuilder builder() {
        return new IntegrationRegistryBuilder();
    }

    /**
     * Connects, verifies, and only then stores an integration. A failure stores nothing.
     *
     * @param wanted what it is to be made of
     * @return the integration, first in the list now
     * @throws InvalidFieldsException if fields cannot be used; it names them all, and nothing was sent
     * @throws DuplicateIntegrationException if the same account on the same site is there already
     * @throws dev.confluencekit.integration.connection.ConnectionFailedException if the connection does not hold
     * @throws NoSuchIntegrationException if the integration whose credential is to be used is not there
     */
    Integration add(NewIntegration wanted);

    /**
     * All integrations, the newest first.
     *
     * @return a list in stable order
     */
    List<Integration> list();

    /**
     * One integration.
     *
     * @param id its id
     * @return the integration, or empty if there is none
     */
    Optional<Integration> find(IntegrationId id);

    /**
     * Gives an integration another name.
     *
     * @param id its id
     * @param name 1 to 100 characters
     * @return the integration
     * @throws InvalidFieldsException if the name cannot be used
     * @throws NoSuchIntegrationException if there is none
     */
    Integration rename(IntegrationId id, String name);

    /**
     * Tests the connection with the stored key. The report is kept as the last result; failures of the service are in it
     * and are not thrown.
     *
     * @param id its id
     * @return what was checked, what held, what to do
     * @throws NoSuchIntegrationException if there is none
     */
    ConnectionReport testConnection(IntegrationId id);

    /**
     * Exchanges the key: the new one is verified first, then swapped in at once; if anything fails the old one stays.
     * Calls in flight end on the old key, later ones use the new one. Without a date the end of the new key is unknown.
     *
     * @param id its id
     * @param update the new key, with what is known of its end
     * @return the integration
     * @throws InvalidFieldsException if the key or a date cannot be used
     * @throws AnotherAccountException if the new key is another account's
     * @throws dev.confluencekit.integration.connection.ConnectionFailedException if the connection does not hold with it
     * @throws NoSuchIntegrationException if there is none
     */
    Integration updateApiKey(IntegrationId id, KeyUpdate update);

    /**
     * Deletes an integration and its key; calls through it end with
     * {@link dev.confluencekit.core.error.ConfluenceClosedException}. Deleting what is not there is no error.
     *
     * @param id its id
     */
    void remove(IntegrationId id);

    /**
     * A view on an integration's clients. All views on one integration share what is underneath; closing a view closes
     * only that view.
     *
     * @param id its id
     * @return a view, to be closed by the caller
     * @throws NoSuchIntegrationException if there is none
     */
    ConfluenceIntegration connect(IntegrationId id);

    /**
     * The integrations whose key ends within some time, or has ended, as far as is known; judged by the service's clock.
     *
     * @param time how far to look ahead
     * @return those that end first, first
     */
    List<Integration> expiringWithin(Duration time);

    /**
     * Looks at all keys once and tells the listeners of those that end soon, each once for each of the days set
     * (30, 14, 7 and 1 unless the builder says otherwise), whichever process looks.
     *
     * @return the events that were told
     */
    List<IntegrationEvent.KeyExpiring> warnOfExpiringKeys();

    /**
     * Calls {@link #warnOfExpiringKeys} now and then in a daemon thread, until the answer or the registry is closed.
     *
     * @param every the time between, such as six hours
     * @return closing it ends the watch
     */
    KeyWatch watchKeys(Duration every);

    /**
     * The words that this registry uses.
     *
     * @return the messages
     */
    Messages messages();

    /** Closes all views. Stores and a shared runtime stay the caller's. Idempotent. */
    @Override
    void close();

    /** A running watch over the ends of keys. */
    interface KeyWatch extends AutoCloseable {
        /** Ends the watch. Idempotent. */
        @Override
        void close();
    }
}
