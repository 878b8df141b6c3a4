package dev.confluencekit.integration;

import static dev.confluencekit.integration.LiteralSite.GATEWAY;
import static dev.confluencekit.integration.LiteralSite.NOW;
import static dev.confluencekit.integration.LiteralSite.SPACES;
import static dev.confluencekit.integration.LiteralSite.USER;
import static dev.confluencekit.integration.LiteralSite.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.integration.connection.Check.Result;
import dev.confluencekit.integration.connection.Check.Subject;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.MessageCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an integration knows of its key from before: the end that its store states, and that it was accepted. */
class KeyMemoryTest {
    private static final CredentialId ID = CredentialId.of("kb-bot");
    private static final Credential FIRST = Credential.of("kb-bot@acme.example", Secret.of("ATATT3xFirst"));
    private static final Credential SECOND = Credential.of("kb-bot@acme.example", Secret.of("ATATT3xSecond"));

    @RegisterExtension
    static final WireMockExtension SERVER = LiteralSite.newServer();

    private final LiteralSite site = new LiteralSite(SERVER);
    private final CredentialStore store = CredentialStore.inMemory();

    @AfterEach
    void close() {
        site.close();
    }

    private ConfluenceIntegration integration(Credential credential) {
        store.put(ID, credential, CredentialStore.NONE);
        return ConfluenceIntegration.builder()
                .site(site.site())
                .credentials(store, ID)
                .runtime(site.runtime())
                .build();
    }

    private void refuse() {
        site.isCloud().on(USER, json(401, Literal.UNAUTHORIZED));
        site.on(GATEWAY + USER, json(401, Literal.GATEWAY_UNAUTHORIZED));
    }

    @Test
    void test_storeStatesAnEnd_countsTheDays() {
        site.takesTheKey();
        Instant end = NOW.plus(Duration.ofDays(90));
        try (ConfluenceIntegration integration = integration(FIRST.expires(end))) {
            ConnectionReport report = integration.testConnection();
            assertThat(report.keyLife()).isEqualTo(new KeyLife(end, KeyLife.Source.STATED));
            assertThat(report.check(Subject.KEY_LIFE).seen()).isEqualTo("90 days left, until 2027-02-22 (as stated)");
        }
    }

    @Test
    void test_storeStatesTheDayOfIssue_countsToTheLatestEnd() {
        site.takesTheKey();
        try (ConfluenceIntegration integration = integration(FIRST.issued(NOW.minus(Duration.ofDays(300))))) {
            assertThat(integration.testConnection().check(Subject.KEY_LIFE).seen())
                    .isEqualTo("65 days left, until 2027-01-28 (at the latest, reckoned from its day of issue)");
        }
    }

    @Test
    void test_storeStatesNothing_isConnectedAndAsksForTheDate() {
        site.takesTheKey();
        try (ConfluenceIntegration integration = integration(FIRST)) {
            ConnectionReport report = integration.testConnection();
            assertThat(report.verdict()).isEqualTo(Verdict.CONNECTED);
            assertThat(report.keyLife()).isEqualTo(KeyLife.unknown());
            assertThat(report.check(Subject.KEY_LIFE).result()).isEqualTo(Result.PASSED);
            assertThat(report.check(Subject.KEY_LIFE).todo()).contains("365 days", "date of expiry");
        }
    }

    @Test
    void test_keyRefusedAfterItWasAccepted_isRevoked() {
        site.takesTheKey();
        try (ConfluenceIntegration integration = integration(FIRST)) {
            integration.testConnection().orThrow();
            refuse();
            ConnectionReport report = integration.testConnection();
            assertThat(report.message().code()).isEqualTo(MessageCode.KEY_REVOKED);
            assertThat(report.message().text()).contains("2026-11-24");
        }
    }

    @Test
    void test_anotherKeyRefusedAfterOneWasAccepted_isRefusedAndNotRevoked() {
        site.takesTheKey();
        try (ConfluenceIntegration integration = integration(FIRST)) {
            integration.testConnection().orThrow();
            store.put(ID, SECOND, 1);
            refuse();
            assertThat(integration.testConnection().message().code()).isEqualTo(MessageCode.KEY_REFUSED);
        }
    }

    @Test
    void test_keyAcceptedThoughSpacesFailed_isRememberedAsAccepted() {
        site.takesTheKey().on(SPACES, json(500, "{}"));
        try (ConfluenceIntegration integration = integration(FIRST)) {
            integration.testConnection();
            refuse();
            assertThat(integration.testConnection().message().code()).isEqualTo(MessageCode.KEY_REVOKED);
        }
    }

    @Test
    void over_openConnection_testsIt() {
        site.takesTheKey();
        ConfluenceConnection connection = site.runtime().connect(site.site(), () -> LiteralSite.KEY, null);
        try (ConfluenceIntegration integration = ConfluenceIntegration.over(connection)) {
            assertThat(integration.testConnection().verdict()).isEqualTo(Verdict.CONNECTED);
            assertThat(integration.spaces().list().first().items()).hasSize(1);
        }
    }
}
