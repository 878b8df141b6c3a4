package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.integration.ConfluenceIntegration;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.registry.IntegrationEvent.Added;
import dev.confluencekit.integration.registry.IntegrationEvent.KeyUpdated;
import dev.confluencekit.integration.registry.IntegrationEvent.Removed;
import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.SimulatedAccount;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of an integration from end to end, as an admin lives through it. */
class IntegrationLifeTest {
    private static final int LIFE_IN_DAYS = 90;

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void life_fromAddingToDeleting_step_by_step() {
        // There are integrations already when the admin comes.
        IntegrationRegistry registry = stage.registry();
        SimulatedAccount other = stage.simulator.account("hr-bot@acme.example");
        Integration older = registry.add(NewIntegration.fromForm(Map.of(
                "name", "People KB",
                "capability", "CONTENT_MANAGEMENT",
                "username", other.email(),
                "apiKey", other.issueKey().secret(),
                "domain", stage.domain())));
        stage.clock.advance(Duration.ofHours(1));

        // Add integration: name, capability as it is selected, username, API key, domain; Connect.
        LocalDate lastDay = LocalDate.ofInstant(Stage.START, ZoneOffset.UTC).plusDays(LIFE_IN_DAYS);
        ApiKey first = stage.account
                .issueKey()
                .expireAt(lastDay.atStartOfDay(ZoneOffset.UTC).toInstant());
        Integration added = registry.add(stage.wanted(first).keyExpires(lastDay).build());

        // A success message; it stands at the top of the list.
        assertThat(stage.events(Added.class)).last().satisfies(event -> {
            assertThat(event.message().text()).isEqualTo("The integration \"Support KB\" was added.");
            assertThat(event.integration()).isEqualTo(added);
        });
        assertThat(registry.list()).containsExactly(added, older);
        assertThat(added.capabilities()).containsExactly(Capability.CONTENT_MANAGEMENT);
        assertThat(added.account().accountId()).isEqualTo(stage.account.accountId());

        // Test connection passes, and content comes.
        assertThat(registry.testConnection(added.id()).verdict()).isEqualTo(Verdict.CONNECTED);
        ConfluenceIntegration confluence = registry.connect(added.id());
        assertThat(confluence.pages().list(PageQuery.inSpace("SUPPORT")).first().items())
                .isNotEmpty();

        // Months later: warned in time, but nobody acted, and the key has expired.
        stage.clock.advance(Duration.ofDays(LIFE_IN_DAYS - 5));
        assertThat(registry.warnOfExpiringKeys())
                .singleElement()
                .satisfies(event -> assertThat(event.daysLeft()).isEqualTo(5));
        stage.clock.advance(Duration.ofDays(6));
        ConnectionReport expired = registry.testConnection(added.id());
        assertThat(expired.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(expired.message().code()).isEqualTo(MessageCode.KEY_EXPIRED);
        assertThat(expired.message().text()).contains("expired");
        assertThat(expired.message().hint()).contains("id.atlassian.com");
        assertThat(registry.find(added.id())).map(Integration::lastTest).contains(expired);
        assertThatThrownBy(() ->
                        confluence.pages().list(PageQuery.inSpace("SUPPORT")).first())
                .isInstanceOf(AuthenticationException.class);

        // A new key at Atlassian; Edit, Update; a success message.
        ApiKey second = stage.account.issueKey();
        Integration updated = registry.updateApiKey(added.id(), KeyUpdate.of(Secret.of(second.secret())));
        assertThat(stage.events(KeyUpdated.class))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.message().text()).isEqualTo("The API key of \"Support KB\" was updated."));
        assertThat(updated.keyLife().end()).isEmpty();
        assertThat(registry.list()).containsExactly(updated, older);

        // Test connection passes, and the view that was open all the time works again.
        assertThat(registry.testConnection(added.id()).ok()).isTrue();
        assertThat(confluence.pages().list(PageQuery.inSpace("SUPPORT")).first().items())
                .isNotEmpty();

        // One day: Delete.
        registry.remove(added.id());
        assertThat(registry.list()).containsExactly(older);
        assertThat(stage.credentials.find(added.credentialId())).isEmpty();
        assertThat(stage.events(Removed.class)).hasSize(1);

        // Every word of it can be shown as it is.
        assertThat(stage.events).extracting(event -> event.message().toString()).noneMatch(text -> text.contains("{"));

        // What a host's log of events shows of it all.
        assertThat(stage.events.stream()
                        .filter(event -> event.integration().id().equals(added.id()))
                        .map(event -> event.getClass().getSimpleName()))
                .containsExactly(
                        "Added", "Tested", "KeyExpiring", "KeyRefused", "Tested", "KeyUpdated", "Tested", "Removed");
    }
}
