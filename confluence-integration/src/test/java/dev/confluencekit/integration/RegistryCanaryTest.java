package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.EncryptedFileCredentialStore;
import dev.confluencekit.auth.MasterKey;
import dev.confluencekit.auth.Pkcs12CredentialStore;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.integration.connection.ConnectionFailedException;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.message.IntegrationException;
import dev.confluencekit.integration.registry.Integration;
import dev.confluencekit.integration.registry.IntegrationEvent;
import dev.confluencekit.integration.registry.IntegrationRegistry;
import dev.confluencekit.integration.registry.IntegrationRegistryBuilder;
import dev.confluencekit.integration.registry.IntegrationStore;
import dev.confluencekit.integration.registry.KeyUpdate;
import dev.confluencekit.integration.registry.NewIntegration;
import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.Failure;
import dev.confluencekit.testkit.KnowledgeBase;
import dev.confluencekit.testkit.SimulatedAccount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A unique key, and a second one, live through the life of an integration; they come out nowhere, and lie in no file. */
@Timeout(60)
class RegistryCanaryTest {
    private static final String USERNAME = "canary@acme.example";
    private static final String KEY = "cAnArY+4/7=q&z%é~Ω 9x*(Z)";
    private static final String SECOND_KEY = "sEcOnD+8/2=j&w%ö~Ψ 3y*(Q)";
    private static final String PASSWORD = "pAsSwOrD-of-the-store-5%";
    private static final List<SecretSearch> SEARCHES = List.of(
            new SecretSearch(USERNAME, KEY),
            new SecretSearch(USERNAME, SECOND_KEY),
            new SecretSearch(USERNAME, PASSWORD));

    private final ConfluenceSimulator simulator =
            ConfluenceSimulator.builder().knowledgeBase(KnowledgeBase.demo()).start();
    private final SimulatedAccount account = simulator.account(USERNAME);
    private final Evidence evidence = new Evidence();
    private final List<IntegrationEvent> events = new CopyOnWriteArrayList<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void listen() {
        evidence.listenToThePlatform();
    }

    @AfterEach
    void stop() {
        evidence.close();
        simulator.close();
    }

    private void witness(Runnable use) {
        Throwable thrown = catchThrowable(use::run);
        assertThat(thrown).isNotNull();
        evidence.add(thrown);
        if (thrown instanceof IntegrationException told) {
            evidence.add(told.forPeople());
        }
        if (thrown instanceof ConnectionFailedException failed) {
            add(failed.report());
        }
    }

    private void add(ConnectionReport report) {
        evidence.add(report);
        evidence.add(report.checks());
        evidence.add(report.message());
    }

    private NewIntegration.Builder wanted(String key) {
        return NewIntegration.builder()
                .name("Support KB")
                .domain(simulator.baseUri().toString())
                .username(USERNAME)
                .apiKey(Secret.of(key));
    }

    private Map<String, String> form(String key) {
        Map<String, String> form = new HashMap<>();
        form.put("name", "Support KB");
        form.put("domain", simulator.baseUri().toString());
        form.put("username", USERNAME);
        form.put("apiKey", key);
        return form;
    }

    private void live(CredentialStore credentials) {
        IntegrationStore integrations = IntegrationStore.directory(directory.resolve("integrations"));
        try (ConfluenceRuntime runtime =
                ConfluenceRuntime.builder().observer(evidence).build()) {
            IntegrationRegistryBuilder builder = IntegrationRegistry.builder()
                    .integrations(integrations)
                    .credentials(credentials)
                    .runtime(runtime)
                    .listener(events::add)
                    .allowLoopbackSites();
            evidence.add(builder);
            try (IntegrationRegistry registry = builder.build()) {
                live(registry, integrations, credentials);
            }
        }
        events.forEach(evidence::add);
    }

    private void live(IntegrationRegistry registry, IntegrationStore integrations, CredentialStore credentials) {
        witness(() -> registry.add(wanted(KEY).build()));
        ApiKey first = account.issueKey(KEY);
        evidence.add(wanted(KEY).build());
        evidence.add(NewIntegration.fromForm(form(KEY)));
        witness(() -> registry.add(NewIntegration.fromForm(form(KEY + "\n"))));
        witness(() -> registry.add(NewIntegration.fromForm(form(" " + KEY))));
        witness(() -> registry.add(wanted(KEY).name("").domain("a b").build()));
        simulator.fail("/wiki/rest/api/user/current", 1, Failure.status(500));
        witness(() -> registry.add(wanted(KEY).build()));

        Integration added = registry.add(NewIntegration.fromForm(form(KEY)));
        witness(() -> registry.add(wanted(KEY).build()));
        add(registry.testConnection(added.id()));
        evidence.add(registry);
        evidence.add(registry.list());
        evidence.add(integrations);
        evidence.add(integrations.list());
        evidence.add(credentials);
        evidence.add(credentials.find(added.credentialId()));
        try (ConfluenceIntegration view = registry.connect(added.id())) {
            evidence.add(view);
            assertThat(view.spaces().list().toList(10)).hasSize(3);
            first.revoke();
            witness(() -> view.spaces().list().first());
        }
        add(registry.testConnection(added.id()));

        KeyUpdate update = KeyUpdate.of(Secret.of(SECOND_KEY))
                .expires(LocalDate.now(ZoneOffset.UTC).plusDays(20));
        evidence.add(update);
        evidence.add(KeyUpdate.fromForm(form(SECOND_KEY)));
        witness(() -> registry.updateApiKey(added.id(), update));
        account.issueKey(SECOND_KEY);
        registry.updateApiKey(added.id(), update);
        evidence.add(registry.expiringWithin(Duration.ofDays(30)));
        evidence.add(registry.warnOfExpiringKeys());
        evidence.add(registry.rename(added.id(), "Renamed"));
        assertNothingLiesInAFile();
        registry.remove(added.id());
        witness(() -> registry.testConnection(added.id()));
    }

    private void assertNothingLiesInAFile() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                for (var charset :
                        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                    assertNoSecretIn(new String(content, charset));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertNoSecretIn(String text) {
        for (SecretSearch search : SEARCHES) {
            assertThat(search.findIn(text)).as("a secret in: %s", text).isEmpty();
        }
    }

    private void assertNoLeak() {
        Set<String> kinds = new TreeSet<>();
        events.forEach(event -> kinds.add(event.getClass().getSimpleName()));
        assertThat(kinds).containsExactly("Added", "KeyExpiring", "KeyRefused", "KeyUpdated", "Removed", "Tested");
        assertThat(evidence.texts()).hasSizeGreaterThan(50);
        evidence.texts().forEach(RegistryCanaryTest::assertNoSecretIn);
    }

    @Test
    void keys_inAnEncryptedFile_comeOutNowhere() {
        byte[] bytes = new byte[MasterKey.BYTES];
        bytes[0] = 1;
        try (MasterKey key = MasterKey.ofBytes(bytes);
                EncryptedFileCredentialStore store =
                        CredentialStore.encryptedFile(directory.resolve("credentials"), key)) {
            evidence.add(key);
            live(store);
        }
        assertNoLeak();
    }

    @Test
    void keys_inAnEncryptedFileUnderAPassword_comeOutNowhereAndNeitherDoesThePassword() {
        Path file = directory.resolve("credentials");
        try (MasterKey key = MasterKey.ofPassword(PASSWORD.toCharArray());
                EncryptedFileCredentialStore store = CredentialStore.encryptedFile(file, key)) {
            evidence.add(key);
            live(store);
        }
        try (MasterKey wrong = MasterKey.ofPassword((PASSWORD + "!").toCharArray())) {
            witness(() -> CredentialStore.encryptedFile(file, wrong).close());
        }
        assertNoLeak();
    }

    @Test
    void keys_inAPkcs12KeyStore_comeOutNowhere() {
        Path file = directory.resolve("credentials.p12");
        try (Pkcs12CredentialStore store = CredentialStore.pkcs12(file, PASSWORD.toCharArray())) {
            live(store);
        }
        witness(() ->
                CredentialStore.pkcs12(file, (PASSWORD + "!").toCharArray()).close());
        assertNoLeak();
    }

    @Test
    void keys_inMemory_comeOutNowhere() {
        live(CredentialStore.inMemory());
        assertNoLeak();
    }
}
