package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.integration.ConfluenceIntegration;
import dev.confluencekit.integration.connection.ConnectionReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Integrations in a directory that is opened again, and by others. */
class SharedDirectoryTest {
    private final Stage stage = new Stage();

    @TempDir
    private Path directory;

    @BeforeEach
    void open() {
        stage.integrations = IntegrationStore.directory(directory);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void integration_readByAnother_isTheSameToTheLastMember() {
        Integration added = stage.registry()
                .add(stage.wanted(stage.account.issueKey())
                        .name("Größe 東京 \"quoted\" \\ 🙂")
                        .keyExpires(LocalDate.of(2027, 3, 1))
                        .build());
        stage.integrations = IntegrationStore.directory(directory);
        assertThat(stage.registry().list()).containsExactly(added);
    }

    @Test
    void lastTest_thatFailed_isTheSameToTheLastMember() {
        IntegrationRegistry registry = stage.registry();
        var key = stage.account.issueKey();
        Integration added = registry.add(stage.wanted(key).build());
        key.revoke();
        stage.clock.advance(Duration.ofMinutes(1));
        ConnectionReport report = registry.testConnection(added.id());
        assertThat(stage.registry().find(added.id())).map(Integration::lastTest).contains(report);
    }

    @Test
    void files_holdNoKey() throws Exception {
        String key = stage.account.issueKey().secret();
        stage.registry()
                .add(stage.wanted(stage.account.issueKey())
                        .apiKey(dev.confluencekit.core.secret.Secret.of(key))
                        .build());
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(key);
            }
        }
    }

    @Test
    void removedByAnother_isGoneHereToo() {
        IntegrationRegistry here = stage.registry();
        IntegrationRegistry there = stage.registry();
        Integration added = here.add(stage.wanted(stage.account.issueKey()).build());
        ConfluenceIntegration view = here.connect(added.id());
        there.remove(added.id());
        assertThat(here.list()).isEmpty();
        assertThat(here.find(added.id())).isEmpty();
        // The view here is still open, but its key is gone.
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> view.spaces().list().first())
                .isInstanceOf(dev.confluencekit.core.error.CredentialException.class);
    }

    @Test
    void keyLifeThatIsOutOfDate_isCorrectedByATest() {
        IntegrationRegistry registry = stage.registry();
        Integration added = registry.add(stage.wanted(stage.account.issueKey())
                .keyExpires(LocalDate.of(2027, 3, 1))
                .build());
        // Another process exchanged the key and died before it said so, and somebody had opened the store in between.
        var stored = stage.credentials.find(added.credentialId()).orElseThrow();
        Instant end = Instant.parse("2027-09-01T00:00:00Z");
        stage.credentials.put(added.credentialId(), stored.credential().expires(end), stored.version());
        registry.testConnection(added.id());
        assertThat(registry.find(added.id()))
                .map(Integration::keyLife)
                .contains(new KeyLife(end, KeyLife.Source.STATED));
    }

    @Test
    void wordsOfANewerVersion_areReadAsTheMostCarefulOnesKnown() {
        Integration added =
                stage.registry().add(stage.wanted(stage.account.issueKey()).build());
        StoredIntegration stored = stage.integrations.find(added.id()).orElseThrow();
        String newer = stored.document()
                .replace("\"verdict\":\"CONNECTED\"", "\"verdict\":\"CONNECTED_BY_TELEPATHY\"")
                .replace("\"subject\":\"CLOCK\"", "\"subject\":\"MOON\"")
                .replaceFirst("\\{", "{\"addedLater\":[1,2],");
        stage.integrations.put(added.id(), stored.identity(), newer, stored.version());
        ConnectionReport report = stage.registry().list().get(0).lastTest();
        assertThat(report.verdict()).isEqualTo(dev.confluencekit.integration.connection.Verdict.COULD_NOT_TELL);
        assertThat(report.checks()).hasSize(added.lastTest().checks().size() - 1);
    }

    @Test
    void documentOfANewerFormat_isRefusedAndLeftAsItIs() {
        Integration added =
                stage.registry().add(stage.wanted(stage.account.issueKey()).build());
        StoredIntegration stored = stage.integrations.find(added.id()).orElseThrow();
        String newer = stored.document().replace("\"format\":1", "\"format\":2");
        stage.integrations.put(added.id(), stored.identity(), newer, stored.version());
        org.assertj.core.api.Assertions.assertThatThrownBy(stage::registry)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer version");
        assertThat(stage.integrations.find(added.id()))
                .map(StoredIntegration::document)
                .contains(newer);
    }
}
