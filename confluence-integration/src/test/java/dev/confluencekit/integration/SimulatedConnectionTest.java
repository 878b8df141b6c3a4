package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.connection.Account;
import dev.confluencekit.integration.connection.Check.Result;
import dev.confluencekit.integration.connection.Check.Subject;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.Failure;
import dev.confluencekit.testkit.KnowledgeBase;
import dev.confluencekit.testkit.SimulatedAccount;
import dev.confluencekit.testkit.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The connection test against a whole site, whose keys live and die. */
class SimulatedConnectionTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final SimulatedClock clock = SimulatedClock.standingAt(START);
    private final ConfluenceSimulator simulator = ConfluenceSimulator.builder()
            .knowledgeBase(KnowledgeBase.demo())
            .clock(clock)
            .start();
    private final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().time(TimeSource.of(clock)).build();
    private final SimulatedAccount account = simulator.account("kb-bot@acme.example");

    @AfterEach
    void stop() {
        runtime.close();
        simulator.close();
    }

    private ConnectionReport test(String key) {
        try (ConfluenceIntegration integration = integration(key)) {
            return integration.testConnection();
        }
    }

    private ConfluenceIntegration integration(String key) {
        return ConfluenceIntegration.builder()
                .site(ConfluenceSite.loopback(simulator.baseUri().toString()))
                .username(account.email())
                .apiKey(Secret.of(key))
                .runtime(runtime)
                .build();
    }

    @Test
    void test_validKey_isConnected() {
        ConnectionReport report = test(account.issueKey().secret());
        assertThat(report.verdict()).isEqualTo(Verdict.CONNECTED);
        assertThat(report.account()).extracting(Account::accountId).isEqualTo(account.accountId());
    }

    @Test
    void test_validKeyOfAnAccountThatHidesItsAddress_isConnected() {
        account.emailHidden(true);
        assertThat(test(account.issueKey().secret()).verdict()).isEqualTo(Verdict.CONNECTED);
    }

    @Test
    void test_wrongKey_isRefused() {
        account.issueKey();
        assertThat(test("ATATT3xSomethingElse").message().code()).isEqualTo(MessageCode.KEY_REFUSED);
    }

    @Test
    void test_wrongKeyWhereAnybodyMayRead_isIgnored() {
        simulator.anonymousAccess(true);
        assertThat(test("ATATT3xSomethingElse").message().code()).isEqualTo(MessageCode.KEY_IGNORED);
    }

    @Test
    void test_validKeyWhereAnybodyMayRead_isConnected() {
        simulator.anonymousAccess(true);
        assertThat(test(account.issueKey().secret()).verdict()).isEqualTo(Verdict.CONNECTED);
    }

    @Test
    void test_keyThatExpiresBetweenTwoTests_isRefusedTheSecondTime() {
        ApiKey key = account.issueKey().expireAt(START.plus(Duration.ofDays(30)));
        try (ConfluenceIntegration integration = integration(key.secret())) {
            assertThat(integration.testConnection().verdict()).isEqualTo(Verdict.CONNECTED);
            clock.advance(Duration.ofDays(30));
            assertThat(integration.testConnection().message().code()).isEqualTo(MessageCode.KEY_REVOKED);
        }
    }

    @Test
    void test_revokedKey_isRefused() {
        ApiKey key = account.issueKey();
        key.revoke();
        assertThat(test(key.secret()).message().code()).isEqualTo(MessageCode.KEY_REFUSED);
    }

    @Test
    void test_keyWithScopes_isConnectedByTheGateway() {
        ConnectionReport report =
                test(account.issueScopedKey(ApiKey.READ_USER, ApiKey.READ_SPACE).secret());
        assertThat(report.verdict()).isEqualTo(Verdict.CONNECTED);
        assertThat(report.route()).isEqualTo(SiteRoute.GATEWAY);
    }

    @Test
    void test_keyWithScopesWhereAnybodyMayRead_isConnectedByTheGateway() {
        simulator.anonymousAccess(true);
        ConnectionReport report =
                test(account.issueScopedKey(ApiKey.READ_USER, ApiKey.READ_SPACE).secret());
        assertThat(report.route()).isEqualTo(SiteRoute.GATEWAY);
    }

    @Test
    void test_keyWithoutTheScopeForTheUser_isScopeMissing() {
        ConnectionReport report = test(account.issueScopedKey(ApiKey.READ_SPACE).secret());
        assertThat(report.message().code()).isEqualTo(MessageCode.SCOPE_MISSING);
        assertThat(report.message().hint()).contains(ApiKey.READ_USER);
    }

    @Test
    void test_keyWithoutTheScopeForSpaces_isScopeMissing() {
        ConnectionReport report =
                test(account.issueScopedKey(ApiKey.READ_CONTENT_DETAILS).secret());
        assertThat(report.message().code()).isEqualTo(MessageCode.SCOPE_MISSING);
        assertThat(report.message().hint()).contains(ApiKey.READ_SPACE);
    }

    @Test
    void test_accountWithoutLicence_isNotPermitted() {
        account.licensed(false);
        assertThat(test(account.issueKey().secret()).message().code()).isEqualTo(MessageCode.NOT_PERMITTED);
    }

    @Test
    void test_siteThatFailsOnce_couldNotTellAndIsConnectedTheNextTime() {
        try (ConfluenceIntegration integration = integration(account.issueKey().secret())) {
            simulator.fail("/wiki/rest/api/user/current", 1, Failure.status(500));
            assertThat(integration.testConnection().verdict()).isEqualTo(Verdict.COULD_NOT_TELL);
            assertThat(integration.testConnection().verdict()).isEqualTo(Verdict.CONNECTED);
        }
    }

    @Test
    void test_twice_asksForTheCloudIdOnce() {
        try (ConfluenceIntegration integration = integration(account.issueKey().secret())) {
            integration.testConnection();
            integration.testConnection();
        }
        assertThat(simulator.requestCount("/_edge/tenant_info")).isOne();
    }

    @Test
    void test_administrator_isConnectedWithAWarning() {
        account.administrator(true);
        ConnectionReport report = test(account.issueKey().secret());
        assertThat(report.verdict()).isEqualTo(Verdict.CONNECTED_WITH_WARNINGS);
        assertThat(report.check(Subject.ADMINISTRATOR).result()).isEqualTo(Result.WARNING);
    }
}
