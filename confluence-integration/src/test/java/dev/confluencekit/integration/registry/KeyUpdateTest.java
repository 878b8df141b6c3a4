package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.integration.ConfluenceIntegration;
import dev.confluencekit.integration.connection.ConnectionFailedException;
import dev.confluencekit.integration.registry.IntegrationEvent.KeyUpdated;
import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyUpdateTest {
    private static final LocalDate FIRST_END = LocalDate.of(2027, 3, 1);

    private final Stage stage = new Stage();
    private final IntegrationRegistry registry = stage.registry();
    private final ApiKey first = stage.account.issueKey();
    private Integration integration;

    @BeforeEach
    void add() {
        integration = registry.add(stage.wanted(first).keyExpires(FIRST_END).build());
        stage.events.clear();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private void assertOldKeyKept() {
        assertThat(stage.keyOf(integration)).isEqualTo(first.secret());
        assertThat(registry.find(integration.id())).contains(integration);
        assertThat(stage.events(KeyUpdated.class)).isEmpty();
    }

    @Test
    void update_newKey_isStoredWithWhatIsKnownOfIt() {
        ApiKey second = stage.account.issueKey();
        Integration updated = registry.updateApiKey(
                integration.id(), KeyUpdate.of(Secret.of(second.secret())).expires(LocalDate.of(2027, 9, 1)));
        assertThat(stage.keyOf(updated)).isEqualTo(second.secret());
        assertThat(updated.keyLife())
                .isEqualTo(new KeyLife(Instant.parse("2027-09-01T00:00:00Z"), KeyLife.Source.STATED));
        assertThat(registry.find(integration.id())).contains(updated);
    }

    @Test
    void update_withoutADay_endBecomesUnknown() {
        Integration updated = registry.updateApiKey(
                integration.id(),
                KeyUpdate.fromForm(Map.of("apiKey", stage.account.issueKey().secret(), "keyExpires", "")));
        assertThat(updated.keyLife()).isEqualTo(KeyLife.unknown());
    }

    @Test
    void update_wrongKey_keepsTheOldOne() {
        assertThatThrownBy(() -> registry.updateApiKey(integration.id(), KeyUpdate.of(Secret.of("ATATT3xWrong"))))
                .isInstanceOf(ConnectionFailedException.class);
        assertOldKeyKept();
    }

    @Test
    void update_serviceThatFails_keepsTheOldOne() {
        stage.simulator.fail("/wiki/rest/api/user/current", 1, Failure.status(503));
        assertThatThrownBy(() -> registry.updateApiKey(
                        integration.id(),
                        KeyUpdate.of(Secret.of(stage.account.issueKey().secret()))))
                .isInstanceOf(ConnectionFailedException.class);
        assertOldKeyKept();
    }

    @Test
    void update_keyOfAnotherAccount_isTypedAndKeepsTheOldOne() {
        String answer = "{\"type\":\"known\",\"accountId\":\"557058:other\",\"accountType\":\"atlassian\","
                + "\"email\":\"\",\"publicName\":\"Other Bot\",\"displayName\":\"Other Bot\",\"isExternalCollaborator\":false}";
        stage.simulator.fail("/wiki/rest/api/user/current", 1, Failure.status(200, "application/json", answer));
        AnotherAccountException refused = catchThrowableOfType(
                AnotherAccountException.class,
                () -> registry.updateApiKey(
                        integration.id(),
                        KeyUpdate.of(Secret.of(stage.account.issueKey().secret()))));
        assertThat(refused.found().accountId()).isEqualTo("557058:other");
        assertOldKeyKept();
    }

    @Test
    void update_noKeyAndADayInThePast_isToldAtOnceAndAsksNothing() {
        stage.simulator.clearRequests();
        InvalidFieldsException refused = catchThrowableOfType(
                InvalidFieldsException.class,
                () -> registry.updateApiKey(
                        integration.id(), KeyUpdate.fromForm(Map.of("apiKey", "", "keyExpires", "2020-01-01"))));
        assertThat(refused.problems()).extracting(FieldProblem::field).containsExactly("apiKey", "keyExpires");
        assertThat(stage.simulator.requests()).isEmpty();
        assertOldKeyKept();
    }

    @Test
    void update_integrationThatIsNotThere_isTyped() {
        registry.remove(integration.id());
        assertThatThrownBy(() -> registry.updateApiKey(integration.id(), KeyUpdate.of(Secret.of("any"))))
                .isInstanceOf(NoSuchIntegrationException.class);
    }

    @Test
    void update_removedWhileTheNewKeyIsVerified_bringsNoKeyBack() {
        ApiKey second = stage.account.issueKey();
        IntegrationRegistry slow = stage.unopened()
                .credentials(HookedStore.afterFirstFind(stage.credentials, () -> registry.remove(integration.id())))
                .build();
        assertThatThrownBy(() -> slow.updateApiKey(integration.id(), KeyUpdate.of(Secret.of(second.secret()))))
                .isInstanceOf(NoSuchIntegrationException.class);
        assertThat(stage.credentials.find(integration.credentialId())).isEmpty();
        assertThat(stage.integrations.list()).isEmpty();
    }

    @Test
    void update_keyThatWasLost_isThereAgain() {
        stage.credentials.remove(integration.credentialId());
        ApiKey second = stage.account.issueKey();
        registry.updateApiKey(integration.id(), KeyUpdate.of(Secret.of(second.secret())));
        assertThat(stage.keyOf(integration)).isEqualTo(second.secret());
    }

    @Test
    void update_removedJustBeforeTheKeyIsStored_bringsNoKeyBack() {
        stage.credentials.remove(integration.credentialId());
        ApiKey second = stage.account.issueKey();
        IntegrationRegistry slow = stage.unopened()
                .credentials(HookedStore.beforeFirstPut(stage.credentials, () -> registry.remove(integration.id())))
                .build();
        assertThatThrownBy(() -> slow.updateApiKey(integration.id(), KeyUpdate.of(Secret.of(second.secret()))))
                .isInstanceOf(NoSuchIntegrationException.class);
        assertThat(stage.credentials.find(integration.credentialId())).isEmpty();
    }

    @Test
    void update_calls_useTheNewKeyAtOnce() {
        try (ConfluenceIntegration confluence = registry.connect(integration.id())) {
            confluence.spaces().list().first();
            ApiKey second = stage.account.issueKey();
            registry.updateApiKey(integration.id(), KeyUpdate.of(Secret.of(second.secret())));
            first.revoke();
            stage.simulator.clearRequests();
            assertThat(confluence.spaces().list().toList(10)).isNotEmpty();
            assertThat(stage.simulator.requests()).hasSize(1);
        }
    }

    @Test
    void update_callThatTookTheOldKeyBefore_isMadeAgainWithTheNewOne() {
        ApiKey second = stage.account.issueKey();
        IntegrationRegistry other = stage.unopened()
                .credentials(HookedStore.afterFirstFind(stage.credentials, () -> {
                    registry.updateApiKey(integration.id(), KeyUpdate.of(Secret.of(second.secret())));
                    first.revoke();
                }))
                .build();
        try (ConfluenceIntegration confluence = other.connect(integration.id())) {
            assertThat(confluence.spaces().list().toList(10)).isNotEmpty();
        }
    }

    @Test
    void update_byManyAtOnce_endsWithOneOfTheKeysAndNobodyFails() throws Exception {
        List<IntegrationRegistry> registries = List.of(registry, stage.registry());
        List<String> keys = new ArrayList<>();
        List<Callable<Throwable>> tasks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String key = stage.account.issueKey().secret();
            keys.add(key);
            IntegrationRegistry one = registries.get(i % 2);
            tasks.add(() -> catchThrowable(() -> one.updateApiKey(integration.id(), KeyUpdate.of(Secret.of(key)))));
        }
        assertThat(AddingTest.results(tasks)).containsOnlyNulls();
        assertThat(stage.keyOf(integration)).isIn(keys);
        assertThat(stage.events(KeyUpdated.class)).hasSize(12);
    }
}
