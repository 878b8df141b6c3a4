package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.integration.ConfluenceIntegration;
import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import dev.confluencekit.testkit.SimulatedAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Keys are exchanged all the time while others call, and the service revokes each replaced key two seconds after its
 * exchange. In real time, since the grace of two seconds is the point.
 */
@Tag("proof")
class RotationUnderLoadTest {
    private static final int ROTATING = 64;
    private static final int CALLING = 64;
    private static final long SECONDS = 30;
    private static final long GRACE_SECONDS = 2;

    private final ConfluenceSimulator simulator =
            ConfluenceSimulator.builder().knowledgeBase(KnowledgeBase.demo()).start();
    private final SimulatedAccount account = simulator.account("kb-bot@acme.example");
    private final ScheduledExecutorService revoking = Executors.newSingleThreadScheduledExecutor();
    private final CredentialStore credentials = CredentialStore.inMemory();
    private final IntegrationRegistry registry = IntegrationRegistry.builder()
            .credentials(credentials)
            .allowLoopbackSites()
            .build();

    /** Keys that an exchange which has returned has put in, and that no later one is known to have replaced. */
    private final Map<String, ApiKey> inUse = new ConcurrentHashMap<>();

    private final Queue<Throwable> errors = new ConcurrentLinkedQueue<>();
    private final AtomicLong exchanges = new AtomicLong();
    private final AtomicLong revoked = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();

    @AfterEach
    void stop() {
        registry.close();
        revoking.shutdownNow();
        simulator.close();
    }

    @Test
    @Timeout(240)
    void rotation_byManyWhileManyCall_noCallerSeesAnError() throws Exception {
        ApiKey first = account.issueKey();
        Integration integration = registry.add(NewIntegration.builder()
                .name("Support KB")
                .domain(simulator.baseUri().toString())
                .username(account.email())
                .apiKey(Secret.of(first.secret()))
                .build());
        inUse.put(first.secret(), first);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < ROTATING; i++) {
            threads.add(new Thread(() -> repeat(end, () -> exchange(integration))));
        }
        for (int i = 0; i < CALLING; i++) {
            threads.add(new Thread(() -> {
                try (ConfluenceIntegration confluence = registry.connect(integration.id())) {
                    repeat(end, () -> {
                        assertThat(confluence.spaces().list().toList(10)).hasSize(3);
                        calls.incrementAndGet();
                    });
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf(
                "%d exchanges, %d keys revoked, %d calls, %d errors%n",
                exchanges.get(), revoked.get(), calls.get(), errors.size());
        assertThat(errors).isEmpty();
        assertThat(exchanges).hasValueGreaterThan(100);
        assertThat(revoked).hasValueGreaterThan(50);
        assertThat(calls).hasValueGreaterThan(1_000);
        assertThat(registry.testConnection(integration.id()).ok()).isTrue();
    }

    private void repeat(long end, Runnable work) {
        while (System.nanoTime() < end) {
            try {
                work.run();
            } catch (RuntimeException | AssertionError e) {
                errors.add(e);
                return;
            }
        }
    }

    private void exchange(Integration integration) {
        ApiKey next = account.issueKey();
        registry.updateApiKey(integration.id(), KeyUpdate.of(Secret.of(next.secret())));
        exchanges.incrementAndGet();
        inUse.put(next.secret(), next);
        String present = credentials
                .find(integration.credentialId())
                .orElseThrow()
                .credential()
                .apiKey()
                .reveal();
        inUse.forEach((secret, key) -> {
            if (!secret.equals(present) && inUse.remove(secret) != null) {
                ScheduledFuture<?> revocation = revoking.schedule(
                        () -> {
                            key.revoke();
                            revoked.incrementAndGet();
                        },
                        GRACE_SECONDS,
                        TimeUnit.SECONDS);
                assertThat(revocation.isCancelled()).isFalse();
            }
        });
    }
}
