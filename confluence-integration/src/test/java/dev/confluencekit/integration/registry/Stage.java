package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import dev.confluencekit.testkit.SimulatedAccount;
import dev.confluencekit.testkit.SimulatedClock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A simulated site with one account, and what a registry for it is made of. */
final class Stage implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-26T10:00:00Z");

    final SimulatedClock clock = SimulatedClock.standingAt(START);
    final ConfluenceSimulator simulator = ConfluenceSimulator.builder()
            .knowledgeBase(KnowledgeBase.demo())
            .clock(clock)
            .start();
    final SimulatedAccount account = simulator.account("kb-bot@acme.example");
    final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().time(TimeSource.of(clock)).build();
    final List<IntegrationEvent> events = new CopyOnWriteArrayList<>();

    IntegrationStore integrations = IntegrationStore.inMemory();
    CredentialStore credentials = CredentialStore.inMemory();

    IntegrationRegistry registry() {
        return unopened().build();
    }

    IntegrationRegistryBuilder unopened() {
        return IntegrationRegistry.builder()
                .integrations(integrations)
                .credentials(credentials)
                .runtime(runtime)
                .listener(events::add)
                .allowLoopbackSites();
    }

    String domain() {
        return simulator.baseUri().toString();
    }

    NewIntegration.Builder wanted(ApiKey key) {
        return NewIntegration.builder()
                .name("Support KB")
                .domain(domain())
                .username(account.email())
                .apiKey(Secret.of(key.secret()));
    }

    <E extends IntegrationEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The key that lies in the store. */
    String keyOf(Integration integration) {
        return credentials
                .find(integration.credentialId())
                .orElseThrow()
                .credential()
                .apiKey()
                .reveal();
    }

    @Override
    public void close() {
        runtime.close();
        simulator.close();
    }
}
