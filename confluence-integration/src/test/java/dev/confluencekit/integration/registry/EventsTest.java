package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.integration.ConfluenceIntegration;
import dev.confluencekit.integration.connection.ConnectionFailedException;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import dev.confluencekit.integration.registry.IntegrationEvent.Added;
import dev.confluencekit.integration.registry.IntegrationEvent.KeyRefused;
import dev.confluencekit.integration.registry.IntegrationEvent.Removed;
import dev.confluencekit.integration.registry.IntegrationEvent.Tested;
import dev.confluencekit.testkit.ApiKey;
import java.util.ListResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventsTest {
    private final Stage stage = new Stage();
    private final ApiKey key = stage.account.issueKey();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void refusedInACall_isToldOnceForEachKey() {
        IntegrationRegistry registry = stage.registry();
        Integration integration = registry.add(stage.wanted(key).build());
        try (ConfluenceIntegration confluence = registry.connect(integration.id())) {
            key.revoke();
            for (int i = 0; i < 3; i++) {
                assertThat(catchThrowable(() -> confluence.spaces().list().first()))
                        .isInstanceOf(AuthenticationException.class);
            }
            assertThat(stage.events(KeyRefused.class)).singleElement().satisfies(event -> {
                assertThat(event.integration().id()).isEqualTo(integration.id());
                assertThat(event.message().code()).isEqualTo(MessageCode.KEY_REFUSED_IN_USE);
            });
            ApiKey second = stage.account.issueKey();
            registry.updateApiKey(integration.id(), KeyUpdate.of(Secret.of(second.secret())));
            second.revoke();
            assertThat(catchThrowable(() -> confluence.spaces().list().first()))
                    .isInstanceOf(AuthenticationException.class);
            assertThat(stage.events(KeyRefused.class)).hasSize(2);
        }
    }

    @Test
    void ignoredKey_isToldAsRefused() {
        IntegrationRegistry registry = stage.registry();
        Integration integration = registry.add(stage.wanted(key).build());
        stage.simulator.anonymousAccess(true);
        key.revoke();
        assertThat(registry.testConnection(integration.id()).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(stage.events(KeyRefused.class)).hasSize(1);
    }

    @Test
    void candidateThatIsRefused_isNoEvent() {
        IntegrationRegistry registry = stage.registry();
        Integration integration = registry.add(stage.wanted(key).build());
        assertThat(catchThrowable(
                        () -> registry.updateApiKey(integration.id(), KeyUpdate.of(Secret.of("ATATT3xWrong")))))
                .isInstanceOf(ConnectionFailedException.class);
        assertThat(stage.events(KeyRefused.class)).isEmpty();
    }

    @Test
    void tested_hasTheReport() {
        IntegrationRegistry registry = stage.registry();
        Integration integration = registry.add(stage.wanted(key).build());
        var report = registry.testConnection(integration.id());
        assertThat(stage.events(Tested.class)).singleElement().satisfies(event -> {
            assertThat(event.report()).isEqualTo(report);
            assertThat(event.integration().lastTest()).isEqualTo(report);
        });
    }

    @Test
    void listenerThatFails_changesNothingAndTheOthersAreTold() {
        IntegrationRegistry registry = IntegrationRegistry.builder()
                .runtime(stage.runtime)
                .allowLoopbackSites()
                .listener(event -> {
                    throw new IllegalStateException("a listener's own fault");
                })
                .listener(stage.events::add)
                .build();
        Integration integration = registry.add(stage.wanted(key).build());
        registry.remove(integration.id());
        assertThat(stage.events(Added.class)).hasSize(1);
        assertThat(stage.events(Removed.class)).hasSize(1);
        assertThat(registry.list()).isEmpty();
    }

    @Test
    void listenerThatUsesTheRegistry_seesWhatItWasToldOf() {
        IntegrationRegistry[] registry = new IntegrationRegistry[1];
        int[] seen = new int[1];
        registry[0] = stage.unopened()
                .listener(event -> seen[0] = registry[0].list().size())
                .build();
        Integration integration = registry[0].add(stage.wanted(key).build());
        assertThat(seen[0]).isEqualTo(1);
        registry[0].remove(integration.id());
        assertThat(seen[0]).isZero();
    }

    @Test
    void messages_ofTheHost_areUsed() {
        IntegrationRegistry registry = stage.unopened()
                .messages(Messages.of(new ListResourceBundle() {
                    @Override
                    protected Object[][] getContents() {
                        return new Object[][] {{"integration-added.text", "„{name}“ wurde hinzugefügt."}};
                    }
                }))
                .build();
        registry.add(stage.wanted(key).build());
        assertThat(stage.events(Added.class))
                .last()
                .satisfies(event -> assertThat(event.message().text()).isEqualTo("„Support KB“ wurde hinzugefügt."));
        assertThat(registry.messages().say(MessageCode.NO_SUCH_INTEGRATION).text())
                .startsWith("This integration does not exist");
    }
}
