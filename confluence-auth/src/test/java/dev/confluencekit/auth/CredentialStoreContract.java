package dev.confluencekit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.confluencekit.core.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every credential store that can be written keeps to. */
@Timeout(60)
abstract class CredentialStoreContract {
    private static final int THREADS = 32;
    private static final CredentialId ID = CredentialId.of("kb-bot");

    private CredentialStore store;

    /** A store without entries. */
    abstract CredentialStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
    }

    private static Credential credential(String key) {
        return Credential.of("kb-bot@acme.example", Secret.of(key));
    }

    private long version() {
        return store.find(ID).orElseThrow().version();
    }

    @Test
    void find_nothingThere_isEmpty() {
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void put_firstEntry_isFound() {
        assertThat(store.put(ID, credential("a"), CredentialStore.NONE)).isTrue();
        assertThat(store.find(ID)).map(StoredCredential::credential).contains(credential("a"));
    }

    @Test
    void put_firstEntry_hasVersionOne() {
        store.put(ID, credential("a"), CredentialStore.NONE);
        assertThat(version()).isOne();
    }

    @Test
    void put_entryThere_isNotAddedAgain() {
        store.put(ID, credential("a"), CredentialStore.NONE);
        assertThat(store.put(ID, credential("b"), CredentialStore.NONE)).isFalse();
        assertThat(store.find(ID)).map(StoredCredential::credential).contains(credential("a"));
    }

    @Test
    void put_versionNamed_replaces() {
        store.put(ID, credential("a"), CredentialStore.NONE);
        assertThat(store.put(ID, credential("b"), 1)).isTrue();
        assertThat(store.find(ID)).contains(new StoredCredential(credential("b"), 2));
    }

    @Test
    void put_versionOutOfDate_changesNothing() {
        store.put(ID, credential("a"), CredentialStore.NONE);
        store.put(ID, credential("b"), 1);
        assertThat(store.put(ID, credential("c"), 1)).isFalse();
        assertThat(store.find(ID)).contains(new StoredCredential(credential("b"), 2));
    }

    @Test
    void put_versionOfNoEntry_addsNothing() {
        assertThat(store.put(ID, credential("a"), 1)).isFalse();
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void put_anotherId_leavesTheFirst() {
        store.put(ID, credential("a"), CredentialStore.NONE);
        store.put(CredentialId.of("KB-BOT"), credential("b"), CredentialStore.NONE);
        assertThat(store.find(ID)).map(StoredCredential::credential).contains(credential("a"));
    }

    @Test
    void remove_entry_isNotFoundAnyMore() {
        store.put(ID, credential("a"), CredentialStore.NONE);
        store.remove(ID);
        assertThat(store.find(ID)).isEmpty();
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
    void remove_entry_canBeAddedAgain() {
        store.put(ID, credential("a"), CredentialStore.NONE);
        store.remove(ID);
        assertThat(store.put(ID, credential("b"), CredentialStore.NONE)).isTrue();
    }

    @Test
    void put_addedByManyAtOnce_isAddedByOne() throws Exception {
        List<Boolean> won = atOnce(thread -> store.put(ID, credential("key-" + thread), CredentialStore.NONE));
        assertThat(won).containsOnlyOnce(true);
        assertThat(store.find(ID)).map(StoredCredential::credential).contains(credential("key-" + won.indexOf(true)));
    }

    @Test
    void put_replacedByManyAtOnce_isReplacedByOne() throws Exception {
        store.put(ID, credential("a"), CredentialStore.NONE);
        List<Boolean> won = atOnce(thread -> store.put(ID, credential("key-" + thread), 1));
        assertThat(won).containsOnlyOnce(true);
        assertThat(store.find(ID)).contains(new StoredCredential(credential("key-" + won.indexOf(true)), 2));
    }

    @Test
    void put_readAndReplacedByManyInTurns_losesNoChange() throws Exception {
        store.put(ID, credential("a"), CredentialStore.NONE);
        atOnce(thread -> {
            for (int changes = 0; changes < 20; ) {
                changes += store.put(ID, credential("key-" + thread), version()) ? 1 : 0;
            }
            return true;
        });
        assertThat(version()).isEqualTo(1 + THREADS * 20);
    }

    private interface Work {
        boolean by(int thread);
    }

    private static List<Boolean> atOnce(Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                tasks.add(() -> {
                    start.await();
                    return work.by(thread);
                });
            }
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
