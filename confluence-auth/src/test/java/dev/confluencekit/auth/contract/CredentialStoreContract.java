package dev.confluencekit.auth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.StoredCredential;
import dev.confluencekit.core.secret.Secret;
import java.time.Instant;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every credential store that can be written keeps to. Extend it and give it your store:
 *
 * <pre>{@code
 * class VaultCredentialStoreTest extends CredentialStoreContract {
 *     @Override
 *     protected CredentialStore newStore() {
 *         return new VaultCredentialStore(anEmptyPlaceInTheVault());
 *     }
 * }
 * }</pre>
 */
@Timeout(60)
public abstract class CredentialStoreContract {
    private static final int THREADS = 8;
    private static final int CHANGES = 5;
    private static final CredentialId ID = CredentialId.of("kb-bot");
    private static final CredentialId OTHER = CredentialId.of("other-bot");

    private CredentialStore store = CredentialStore.inMemory();

    /** For subclasses. */
    protected CredentialStoreContract() {}

    /**
     * A store without entries, which shares none with those given before. Called once before each test.
     *
     * @return the store to test
     * @throws Exception if there can be none; the test fails
     */
    protected abstract CredentialStore newStore() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = newStore();
    }

    private static Credential credential(String key) {
        return Credential.of("kb-bot@acme.example", Secret.of(key));
    }

    private void add(CredentialId id, Credential credential) {
        assertThat(store.put(id, credential, CredentialStore.NONE)).isTrue();
    }

    private long version() {
        return version(ID);
    }

    private long version(CredentialId id) {
        return store.find(id).orElseThrow().version();
    }

    private Credential found() {
        return store.find(ID).orElseThrow().credential();
    }

    @Test
    void find_nothingThere_isEmpty() {
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void put_firstEntry_isFound() {
        add(ID, credential("a"));
        assertThat(found()).isEqualTo(credential("a"));
    }

    @Test
    void put_firstEntry_hasAVersion() {
        add(ID, credential("a"));
        assertThat(version()).isGreaterThan(CredentialStore.NONE);
    }

    @Test
    void find_nothingChanged_hasTheSameVersion() {
        add(ID, credential("a"));
        assertThat(version()).isEqualTo(version());
    }

    @Test
    void put_entryThere_isNotAddedAgain() {
        add(ID, credential("a"));
        assertThat(store.put(ID, credential("b"), CredentialStore.NONE)).isFalse();
        assertThat(found()).isEqualTo(credential("a"));
    }

    @Test
    void put_versionNamed_replaces() {
        add(ID, credential("a"));
        assertThat(store.put(ID, credential("b"), version())).isTrue();
        assertThat(found()).isEqualTo(credential("b"));
    }

    @Test
    void put_versionNamed_raisesTheVersion() {
        add(ID, credential("a"));
        long before = version();
        store.put(ID, credential("b"), before);
        assertThat(version()).isGreaterThan(before);
    }

    @Test
    void put_versionOutOfDate_changesNothing() {
        add(ID, credential("a"));
        long before = version();
        store.put(ID, credential("b"), before);
        long after = version();
        assertThat(store.put(ID, credential("c"), before)).isFalse();
        assertThat(store.find(ID)).contains(new StoredCredential(credential("b"), after));
    }

    @Test
    void put_versionNotThereYet_changesNothing() {
        add(ID, credential("a"));
        assertThat(store.put(ID, credential("b"), version() + 1)).isFalse();
        assertThat(found()).isEqualTo(credential("a"));
    }

    @Test
    void put_versionOfNoEntry_addsNothing() {
        assertThat(store.put(ID, credential("a"), 1)).isFalse();
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void put_idThatDiffersInCaseOnly_isAnotherEntry() {
        CredentialId loud = CredentialId.of("KB-BOT");
        add(ID, credential("a"));
        add(loud, credential("b"));
        assertThat(found()).isEqualTo(credential("a"));
        store.remove(loud);
        assertThat(found()).isEqualTo(credential("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", ".", "..", "_", "CON", "a.b", "0"})
    void put_idOfEveryForm_isFoundUnderIt(String id) {
        add(CredentialId.of(id), credential("a"));
        assertThat(store.find(CredentialId.of(id)))
                .map(StoredCredential::credential)
                .contains(credential("a"));
    }

    @Test
    void put_longestId_isFoundUnderIt() {
        CredentialId id = CredentialId.of("x".repeat(128));
        add(id, credential("a"));
        assertThat(store.find(id)).isPresent();
        assertThat(store.find(CredentialId.of("x".repeat(127)))).isEmpty();
    }

    @Test
    void put_dates_areKept() {
        Credential dated = credential("a")
                .issued(Instant.parse("2026-02-28T23:59:59.123456789Z"))
                .expires(Instant.parse("2027-02-28T00:00:00Z"));
        add(ID, dated);
        assertThat(found()).isEqualTo(dated);
    }

    @Test
    void put_oneDateOnly_isKeptAsThatDate() {
        Credential issued = credential("a").issued(Instant.parse("2026-01-01T00:00:00Z"));
        Credential expiring = credential("b").expires(Instant.parse("2027-01-01T00:00:00Z"));
        add(ID, issued);
        add(OTHER, expiring);
        assertThat(found()).isEqualTo(issued);
        assertThat(store.find(OTHER)).map(StoredCredential::credential).contains(expiring);
    }

    @Test
    void put_withoutTheDatesThatWereThere_forgetsThem() {
        add(ID, credential("a").expires(Instant.parse("2027-01-01T00:00:00Z")));
        store.put(ID, credential("b"), version());
        assertThat(found()).isEqualTo(credential("b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jos\u00e9@acme.example", "\u77e5\u8b58@acme.example", "\ud83d\udcda@acme.example", "\u0130"})
    void put_usernameBeyondAscii_isKept(String username) {
        Credential credential = Credential.of(username, Secret.of("a"));
        add(ID, credential);
        assertThat(found()).isEqualTo(credential);
    }

    @Test
    void put_keyBeyondAscii_isKept() {
        add(ID, credential("cl\u00e9-\u9375-\ud83d\udd11"));
        assertThat(found()).isEqualTo(credential("cl\u00e9-\u9375-\ud83d\udd11"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 300, 4000})
    void put_keyOfAnyLength_isKept(int length) {
        add(ID, credential("k".repeat(length)));
        assertThat(found()).isEqualTo(credential("k".repeat(length)));
    }

    @Test
    void remove_entry_isNotFoundAnyMore() {
        add(ID, credential("a"));
        store.remove(ID);
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void remove_entry_leavesOthers() {
        add(ID, credential("a"));
        add(OTHER, credential("b"));
        store.remove(OTHER);
        assertThat(found()).isEqualTo(credential("a"));
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
    void put_versionOfARemovedEntry_addsNothing() {
        add(ID, credential("a"));
        long before = version();
        store.remove(ID);
        assertThat(store.put(ID, credential("b"), before)).isFalse();
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void put_addedAgainAfterRemoval_hasAHigherVersionThanAnyBefore() {
        add(ID, credential("a"));
        store.put(ID, credential("b"), version());
        long before = version();
        store.remove(ID);
        add(ID, credential("c"));
        assertThat(version()).isGreaterThan(before);
    }

    @Test
    void put_addedAndRemovedManyTimes_hasAHigherVersionEachTime() {
        List<Long> versions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            add(ID, credential("a"));
            versions.add(version());
            store.remove(ID);
        }
        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void put_versionReadBeforeRemoval_doesNotReplaceWhatWasAddedSince() {
        add(ID, credential("a"));
        long before = version();
        store.remove(ID);
        add(ID, credential("b"));
        assertThat(store.put(ID, credential("c"), before)).isFalse();
        assertThat(found()).isEqualTo(credential("b"));
    }

    @Test
    void put_addedByManyAtOnce_isAddedByOne() throws Exception {
        List<Boolean> won = atOnce(thread -> store.put(ID, credential("key-" + thread), CredentialStore.NONE));
        assertThat(won).containsOnlyOnce(true);
        assertThat(found()).isEqualTo(credential("key-" + won.indexOf(true)));
    }

    @Test
    void put_replacedByManyAtOnce_isReplacedByOne() throws Exception {
        add(ID, credential("a"));
        long before = version();
        List<Boolean> won = atOnce(thread -> store.put(ID, credential("key-" + thread), before));
        assertThat(won).containsOnlyOnce(true);
        assertThat(found()).isEqualTo(credential("key-" + won.indexOf(true)));
    }

    @Test
    void put_differentIdsAtOnce_losesNone() throws Exception {
        List<Boolean> won =
                atOnce(thread -> store.put(CredentialId.of("bot-" + thread), credential("key-" + thread), 0));
        assertThat(won).containsOnly(true);
        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(store.find(CredentialId.of("bot-" + thread)))
                    .map(StoredCredential::credential)
                    .contains(credential("key-" + thread));
        }
    }

    @Test
    void put_readAndReplacedByManyInTurns_neverReplacesAChangeUnseen() throws Exception {
        add(ID, credential("0"));
        atOnce(thread -> {
            for (int changes = 0; changes < CHANGES; ) {
                StoredCredential read = store.find(ID).orElseThrow();
                int count = Integer.parseInt(read.credential().apiKey().reveal());
                changes += store.put(ID, credential(String.valueOf(count + 1)), read.version()) ? 1 : 0;
            }
            return true;
        });
        assertThat(found()).isEqualTo(credential(String.valueOf(THREADS * CHANGES)));
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
