package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.EncryptedFileCredentialStore;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.auth.MasterKey;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.integration.registry.Entry.State;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import dev.confluencekit.testkit.SimulatedAccount;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that exchanges keys is killed at random instants; whoever opens next finds one key that works. */
class RegistryKilledTest {
    private static final int KEYS_FOR_A_KILL = 60;
    private static final long LONGEST_LIFE_NANOS = TimeUnit.MILLISECONDS.toNanos(120);

    @TempDir
    private Path directory;

    private final ConfluenceSimulator simulator =
            ConfluenceSimulator.builder().knowledgeBase(KnowledgeBase.demo()).start();
    private final SimulatedAccount account = simulator.account("kb-bot@acme.example");
    private final byte[] masterKey = new byte[MasterKey.BYTES];
    private int issued;

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @Timeout(120)
    void exchange_killedAtRandomInstants_leavesAKeyThatWorks() throws Exception {
        killManyTimes(2);
    }

    @Test
    @Tag("proof")
    @Timeout(3600)
    void exchange_killedTwoHundredTimes_leavesAKeyThatWorks() throws Exception {
        killManyTimes(200);
    }

    private void killManyTimes(int kills) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        random.nextBytes(masterKey);
        issueUpTo(KEYS_FOR_A_KILL);
        Integration integration;
        try (IntegrationRegistry registry = open()) {
            integration = registry.add(NewIntegration.builder()
                    .name("Support KB")
                    .domain(simulator.baseUri().toString())
                    .username(account.email())
                    .apiKey(Secret.of(RegistryProcess.KEY + 0))
                    .keyExpires(RegistryProcess.endOf(0))
                    .build());
        }
        int number = 0;
        int halfDone = 0;
        for (int kill = 0; kill < kills; kill++) {
            issueUpTo(number + KEYS_FOR_A_KILL);
            int said = runAndKill(integration, number, random);
            String trial = "kill " + kill + " of seed " + seed;
            halfDone += stateOnDisk(integration) == State.ACTIVE ? 0 : 1;
            try (IntegrationRegistry registry = open()) {
                number = numberInStore(integration);
                assertThat(number).as(trial).isBetween(said, said + 1);
                Integration found = registry.find(integration.id()).orElseThrow();
                assertThat(found.keyLife()).as(trial).isEqualTo(lifeOf(number));
                assertThat(registry.testConnection(found.id()).ok()).as(trial).isTrue();
            }
        }
        System.out.printf("%d kills, %d exchanges, %d of them half done%n", kills, number, halfDone);
        assertThat(number).isGreaterThanOrEqualTo(kills / 2);
    }

    private IntegrationRegistry open() {
        return RegistryProcess.open(directory, MasterKey.ofBytes(masterKey));
    }

    private void issueUpTo(int number) {
        for (; issued <= number; issued++) {
            account.issueKey(RegistryProcess.KEY + issued);
        }
    }

    /** Lets it do its first exchange, which takes the start of a JVM, and some time more; gives the last it said. */
    private int runAndKill(Integration integration, int present, Random random) throws Exception {
        Process process = RegistryProcess.start(
                directory, Base64.getEncoder().encodeToString(masterKey), integration.id(), present);
        try (BufferedReader said = process.inputReader()) {
            int last = Integer.parseInt(said.readLine());
            LockSupport.parkNanos((long) (random.nextDouble() * LONGEST_LIFE_NANOS));
            // By its handle, which leaves what it said last to be read.
            assertThat(process.toHandle().destroyForcibly()).isTrue();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = Integer.parseInt(line);
            }
            return last;
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private State stateOnDisk(Integration integration) {
        Optional<StoredIntegration> stored =
                IntegrationStore.directory(directory).find(integration.id());
        return stored.orElseThrow().document().contains("\"state\":\"CHANGING_KEY\"")
                ? State.CHANGING_KEY
                : State.ACTIVE;
    }

    private int numberInStore(Integration integration) {
        try (EncryptedFileCredentialStore store =
                CredentialStore.encryptedFile(directory.resolve("credentials"), MasterKey.ofBytes(masterKey))) {
            String key = store.find(integration.credentialId())
                    .orElseThrow()
                    .credential()
                    .apiKey()
                    .reveal();
            return Integer.parseInt(key.substring(RegistryProcess.KEY.length()));
        }
    }

    private static KeyLife lifeOf(int number) {
        return new KeyLife(
                RegistryProcess.endOf(number).atStartOfDay(ZoneOffset.UTC).toInstant(), KeyLife.Source.STATED);
    }
}
