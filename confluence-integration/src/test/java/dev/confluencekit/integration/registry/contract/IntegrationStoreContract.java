package dev.confluencekit.integration.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.confluencekit.integration.registry.IntegrationId;
import dev.confluencekit.integration.registry.IntegrationStore;
import dev.confluencekit.integration.registry.IntegrationStore.Written;
import dev.confluencekit.integration.registry.StoredIntegration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every store of integrations keeps to. Extend it and give it your store:
 *
 * <pre>{@code
 * class DatabaseIntegrationStoreTest extends IntegrationStoreContract {
 *     @Override
 *     protected IntegrationStore newStore() {
 *         return new DatabaseIntegrationStore(anEmptyTable());
 *     }
 * }
 * }</pre>
 */
@Timeout(60)
public abstract class IntegrationStoreContract {
    private static final int THREADS = 16;
    private static final IntegrationId ID = IntegrationId.of("11111111-aaaa");
    private static final IntegrationId OTHER = IntegrationId.of("22222222-bbbb");

    private IntegrationStore store = IntegrationStore.inMemory();

    /** For subclasses. */
    protected IntegrationStoreContract() {}

    /**
     * A store without entries, which shares none with those given before. Called once before each test.
     *
     * @return the store to test
     * @throws Exception if there can be none; the test fails
     */
    protected abstract IntegrationStore newStore() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = newStore();
    }

    @Test
    void list_nothingThere_isEmpty() {
        assertThat(store.list()).isEmpty();
    }

    @Test
    void find_nothingThere_isEmpty() {
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void put_firstEntry_isFoundWithVersionOne() {
        assertThat(store.put(ID, "site/account", "{\"name\":\"Größe 東京 \\u0000\"}", IntegrationStore.NONE))
                .isEqualTo(Written.STORED);
        assertThat(store.find(ID))
                .contains(new StoredIntegration(ID, 1, "site/account", "{\"name\":\"Größe 東京 \\u0000\"}"));
    }

    @Test
    void put_longDocument_comesBackWhole() {
        String document = "{\"text\":\"" + "x".repeat(100_000) + "\"}";
        store.put(ID, null, document, IntegrationStore.NONE);
        assertThat(store.find(ID)).map(StoredIntegration::document).contains(document);
    }

    @Test
    void put_entryThere_isNotAddedAgain() {
        store.put(ID, null, "1", IntegrationStore.NONE);
        assertThat(store.put(ID, null, "2", IntegrationStore.NONE)).isEqualTo(Written.OUTDATED);
        assertThat(store.find(ID)).contains(new StoredIntegration(ID, 1, null, "1"));
    }

    @Test
    void put_versionNamed_replaces() {
        store.put(ID, "a", "1", IntegrationStore.NONE);
        assertThat(store.put(ID, "b", "2", 1)).isEqualTo(Written.STORED);
        assertThat(store.list()).containsExactly(new StoredIntegration(ID, 2, "b", "2"));
    }

    @Test
    void put_versionOutOfDate_changesNothing() {
        store.put(ID, "a", "1", IntegrationStore.NONE);
        store.put(ID, "a", "2", 1);
        assertThat(store.put(ID, "a", "3", 1)).isEqualTo(Written.OUTDATED);
        assertThat(store.find(ID)).contains(new StoredIntegration(ID, 2, "a", "2"));
    }

    @Test
    void put_versionOfNoEntry_addsNothing() {
        assertThat(store.put(ID, null, "1", 1)).isEqualTo(Written.OUTDATED);
        assertThat(store.list()).isEmpty();
    }

    @Test
    void put_identityOfAnother_isTaken() {
        store.put(ID, "same", "1", IntegrationStore.NONE);
        assertThat(store.put(OTHER, "same", "2", IntegrationStore.NONE)).isEqualTo(Written.IDENTITY_TAKEN);
        assertThat(store.find(OTHER)).isEmpty();
    }

    @Test
    void put_changeToTheIdentityOfAnother_isTaken() {
        store.put(ID, "same", "1", IntegrationStore.NONE);
        store.put(OTHER, "another", "2", IntegrationStore.NONE);
        assertThat(store.put(OTHER, "same", "3", 1)).isEqualTo(Written.IDENTITY_TAKEN);
        assertThat(store.find(OTHER)).contains(new StoredIntegration(OTHER, 1, "another", "2"));
    }

    @Test
    void put_withoutIdentity_bringsNobodyIntoTheWay() {
        store.put(ID, null, "1", IntegrationStore.NONE);
        assertThat(store.put(OTHER, null, "2", IntegrationStore.NONE)).isEqualTo(Written.STORED);
        assertThat(store.list()).hasSize(2);
    }

    @Test
    void put_identityThatWasGivenUp_isFree() {
        store.put(ID, "same", "1", IntegrationStore.NONE);
        store.put(ID, null, "1", 1);
        assertThat(store.put(OTHER, "same", "2", IntegrationStore.NONE)).isEqualTo(Written.STORED);
    }

    @Test
    void remove_entry_isGoneWithItsIdentity() {
        store.put(ID, "same", "1", IntegrationStore.NONE);
        store.remove(ID);
        assertThat(store.find(ID)).isEmpty();
        assertThat(store.list()).isEmpty();
        assertThat(store.put(OTHER, "same", "2", IntegrationStore.NONE)).isEqualTo(Written.STORED);
    }

    @Test
    void remove_nothingThere_isNoError() {
        assertThatCode(() -> {
                    store.remove(ID);
                    store.remove(ID);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void list_changedAfterwards_staysAsItWas() {
        store.put(ID, null, "1", IntegrationStore.NONE);
        List<StoredIntegration> before = store.list();
        store.remove(ID);
        assertThat(before).hasSize(1);
    }

    @Test
    void put_oneIdentityByManyAtOnce_isGivenToOne() throws Exception {
        List<Written> results =
                atOnce(thread -> store.put(IntegrationId.of("id-" + thread), "same", "x", IntegrationStore.NONE));
        assertThat(results).containsOnlyOnce(Written.STORED).contains(Written.IDENTITY_TAKEN);
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void put_readAndReplacedByManyInTurns_losesNoChange() throws Exception {
        store.put(ID, null, "0", IntegrationStore.NONE);
        atOnce(thread -> {
            for (int changes = 0; changes < 5; ) {
                StoredIntegration present = store.find(ID).orElseThrow();
                String next = Integer.toString(Integer.parseInt(present.document()) + 1);
                changes += store.put(ID, null, next, present.version()) == Written.STORED ? 1 : 0;
            }
            return thread;
        });
        assertThat(store.find(ID)).map(StoredIntegration::document).contains(Integer.toString(THREADS * 5));
    }

    private static <T> List<T> atOnce(IntFunction<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                tasks.add(() -> {
                    start.await();
                    return work.apply(thread);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
