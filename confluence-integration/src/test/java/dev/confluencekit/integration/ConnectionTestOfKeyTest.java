package dev.confluencekit.integration;

import static dev.confluencekit.integration.LiteralSite.GATEWAY;
import static dev.confluencekit.integration.LiteralSite.SPACES;
import static dev.confluencekit.integration.LiteralSite.TENANT_INFO;
import static dev.confluencekit.integration.LiteralSite.USER;
import static dev.confluencekit.integration.LiteralSite.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.integration.connection.Account;
import dev.confluencekit.integration.connection.Check;
import dev.confluencekit.integration.connection.Check.Result;
import dev.confluencekit.integration.connection.Check.Subject;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.MessageCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers of a site and its gateway prove about a key. */
class ConnectionTestOfKeyTest {
    private static final ResponseDefinitionBuilder SCOPE_DOES_NOT_MATCH =
            json(401, Literal.SCOPE_DOES_NOT_MATCH).withHeader("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK");

    @RegisterExtension
    static final WireMockExtension SERVER = LiteralSite.newServer();

    private final LiteralSite site = new LiteralSite(SERVER);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void test_knownUserAndASpace_isConnected() {
        assertThat(site.takesTheKey().test().verdict()).isEqualTo(Verdict.CONNECTED);
    }

    @Test
    void test_knownUserAndASpace_costsThreeRequests() {
        site.takesTheKey().test();
        assertThat(site.asked()).containsExactly(TENANT_INFO, USER, SPACES);
    }

    @Test
    void test_connected_namesAccountRouteAndCloudId() {
        ConnectionReport report = site.takesTheKey().test();
        assertThat(report.account())
                .isEqualTo(new Account("712020:4c0a4a1e-6f7d-4a57-9f2c-5d3a1be0a001", "KB Bot", "atlassian"));
        assertThat(report.route()).isEqualTo(SiteRoute.SITE);
        assertThat(report.cloudId()).isEqualTo(Literal.CLOUD_ID);
    }

    @Test
    void test_connected_passesEveryCheckAndAdvisesNothing() {
        ConnectionReport report = site.takesTheKey().test();
        assertThat(report.checks()).extracting(Check::result).containsOnly(Result.PASSED);
        assertThat(report.message().hint()).isEmpty();
    }

    @Test
    void test_connected_saysWhenItWasTested() {
        assertThat(site.takesTheKey().test().testedAt()).isEqualTo(LiteralSite.NOW);
    }

    @Test
    void test_typeUser_isAnAccountToo() {
        site.takesTheKey().on(USER, json(200, Literal.KNOWN_USER.replace("\"known\"", "\"user\"")));
        assertThat(site.test().verdict()).isEqualTo(Verdict.CONNECTED);
    }

    @Test
    void test_noSpaceVisible_isConnectedAllTheSame() {
        assertThat(site.takesTheKey()
                        .on(SPACES, json(200, Literal.NO_SPACE))
                        .test()
                        .verdict())
                .isEqualTo(Verdict.CONNECTED_WITH_WARNINGS);
    }

    @Test
    void test_noSpaceVisible_advisesToGiveAccess() {
        assertThat(site.takesTheKey()
                        .on(SPACES, json(200, Literal.NO_SPACE))
                        .test()
                        .message()
                        .hint())
                .contains("sees no space");
    }

    @ParameterizedTest
    @CsvSource({"'', kb-bot, kb-bot", "'', '', 712020:1", ", , 712020:1", "KB Bot, kb-bot, KB Bot"})
    void test_namesBlankedByPrivacySettings_fallBackToWhatIsLeft(String display, String nick, String expected) {
        site.takesTheKey()
                .on(
                        USER,
                        json(
                                200,
                                "{\"type\":\"known\",\"accountId\":\"712020:1\",\"displayName\":" + quoted(display)
                                        + ",\"publicName\":" + quoted(nick) + "}"));
        assertThat(site.test().message().text()).isEqualTo("Connected to 127.0.0.1 as " + expected + ".");
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    @Test
    void test_anonymousUser_isKeyIgnored() {
        site.takesTheKey().on(USER, json(200, Literal.ANONYMOUS_USER));
        assertThat(site.test().message().code()).isEqualTo(MessageCode.KEY_IGNORED);
    }

    @Test
    void test_anonymousUser_isNotAskedForSpaces() {
        site.takesTheKey().on(USER, json(200, Literal.ANONYMOUS_USER)).test();
        assertThat(site.requests(SPACES)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"known\",\"accountId\":\"\",\"displayName\":\"KB Bot\"}",
                "{\"type\":\"known\",\"displayName\":\"KB Bot\"}",
                "{\"type\":\"robot\",\"accountId\":\"712020:1\",\"displayName\":\"KB Bot\"}",
                "{}"
            })
    void test_userWhoIsNoAccount_isKeyIgnored(String user) {
        assertThat(site.takesTheKey().on(USER, json(200, user)).test().message().code())
                .isEqualTo(MessageCode.KEY_IGNORED);
    }

    @Test
    void test_accountThatIsNoMore_isAccountGone() {
        String former = "{\"type\":\"unknown\",\"accountId\":\"712020:1\",\"displayName\":\"Former user\"}";
        site.takesTheKey().on(USER, json(200, former));
        assertThat(site.test().message().code()).isEqualTo(MessageCode.ACCOUNT_GONE);
    }

    @Test
    void test_keyIgnored_failsTheKeyAndSaysThatNobodyAsks() {
        site.takesTheKey().on(USER, json(200, Literal.ANONYMOUS_USER));
        assertThat(site.test().checks())
                .extracting(Check::result)
                .startsWith(
                        Result.PASSED, Result.PASSED, Result.PASSED, Result.FAILED, Result.FAILED, Result.NOT_REACHED);
    }

    @Test
    void test_refusedAtTheSiteAndTakenAtTheGateway_isConnectedByTheGateway() {
        site.takesKeysAtTheGatewayOnly()
                .on(GATEWAY + USER, json(200, Literal.KNOWN_USER))
                .on(GATEWAY + SPACES, json(200, Literal.ONE_SPACE));
        ConnectionReport report = site.test();
        assertThat(report.verdict()).isEqualTo(Verdict.CONNECTED);
        assertThat(report.route()).isEqualTo(SiteRoute.GATEWAY);
    }

    @Test
    void test_takenAtTheGateway_triesTheSiteOnceOnly() {
        site.takesKeysAtTheGatewayOnly()
                .on(GATEWAY + USER, json(200, Literal.KNOWN_USER))
                .on(GATEWAY + SPACES, json(200, Literal.ONE_SPACE))
                .test();
        assertThat(site.asked()).containsExactly(TENANT_INFO, USER, GATEWAY + USER, GATEWAY + SPACES);
    }

    @Test
    void test_refusedOnBothRoutes_isKeyRefused() {
        site.takesKeysAtTheGatewayOnly().on(GATEWAY + USER, json(401, Literal.GATEWAY_UNAUTHORIZED));
        assertThat(site.test().message().code()).isEqualTo(MessageCode.KEY_REFUSED);
    }

    @Test
    void test_refusedOnBothRoutes_tookOneAttemptOnEach() {
        site.takesKeysAtTheGatewayOnly()
                .on(GATEWAY + USER, json(401, Literal.GATEWAY_UNAUTHORIZED))
                .test();
        assertThat(site.askedWithTheKey()).containsExactly(USER, GATEWAY + USER);
    }

    @Test
    void test_keyRefused_advisesToMakeANewKey() {
        site.takesKeysAtTheGatewayOnly().on(GATEWAY + USER, json(401, Literal.GATEWAY_UNAUTHORIZED));
        assertThat(site.test().message().hint()).contains("id.atlassian.com");
    }

    @Test
    void test_keyRefused_namesNeitherRouteNorAccount() {
        site.takesKeysAtTheGatewayOnly().on(GATEWAY + USER, json(401, Literal.GATEWAY_UNAUTHORIZED));
        ConnectionReport report = site.test();
        assertThat(report.route()).isNull();
        assertThat(report.account()).isNull();
    }

    @Test
    void test_scopeMissingForTheUser_isScopeMissing() {
        site.takesKeysAtTheGatewayOnly().on(GATEWAY + USER, SCOPE_DOES_NOT_MATCH);
        assertThat(site.test().message().code()).isEqualTo(MessageCode.SCOPE_MISSING);
    }

    @Test
    void test_scopeMissingForTheUser_namesTheScope() {
        site.takesKeysAtTheGatewayOnly().on(GATEWAY + USER, SCOPE_DOES_NOT_MATCH);
        assertThat(site.test().message().hint()).contains("read:confluence-user", "read:content-details:confluence");
    }

    @Test
    void test_scopeMissingForSpaces_isScopeMissing() {
        site.takesKeysAtTheGatewayOnly()
                .on(GATEWAY + USER, json(200, Literal.KNOWN_USER))
                .on(GATEWAY + SPACES, SCOPE_DOES_NOT_MATCH);
        assertThat(site.test().message().code()).isEqualTo(MessageCode.SCOPE_MISSING);
    }

    @Test
    void test_scopeMissingForSpaces_namesTheScope() {
        site.takesKeysAtTheGatewayOnly()
                .on(GATEWAY + USER, json(200, Literal.KNOWN_USER))
                .on(GATEWAY + SPACES, SCOPE_DOES_NOT_MATCH);
        assertThat(site.test().message().hint())
                .contains("read:space:confluence")
                .doesNotContain("read:confluence-user");
    }

    @Test
    void test_scopeMissingForSpaces_keepsWhoseKeyItIs() {
        site.takesKeysAtTheGatewayOnly()
                .on(GATEWAY + USER, json(200, Literal.KNOWN_USER))
                .on(GATEWAY + SPACES, SCOPE_DOES_NOT_MATCH);
        ConnectionReport report = site.test();
        assertThat(report.account()).extracting(Account::name).isEqualTo("KB Bot");
        assertThat(report.check(Subject.KEY).result()).isEqualTo(Result.PASSED);
        assertThat(report.check(Subject.SPACES).result()).isEqualTo(Result.FAILED);
    }

    @Test
    void test_scopeMissing_isToldFromTheBodyAlone() {
        site.takesKeysAtTheGatewayOnly().on(GATEWAY + USER, json(401, Literal.SCOPE_DOES_NOT_MATCH));
        assertThat(site.test().message().code()).isEqualTo(MessageCode.SCOPE_MISSING);
    }

    @Test
    void test_noCredential_isNoCredential() {
        assertThat(testWithEmptyStore().message().code()).isEqualTo(MessageCode.NO_CREDENTIAL);
    }

    @Test
    void test_noCredential_sendsNothingThatNeedsOne() {
        testWithEmptyStore();
        assertThat(site.asked()).containsExactly(TENANT_INFO);
    }

    @Test
    void test_noCredential_saysWhereItLooked() {
        assertThat(testWithEmptyStore().message().text()).contains("kb-bot", "credentials in memory");
    }

    private ConnectionReport testWithEmptyStore() {
        site.takesTheKey();
        try (ConfluenceIntegration without = ConfluenceIntegration.builder()
                .site(site.site())
                .credentials(CredentialStore.inMemory(), CredentialId.of("kb-bot"))
                .runtime(site.runtime())
                .build()) {
            return without.testConnection();
        }
    }

    @Test
    void test_interruptedThread_isThrownAndNotReported() {
        site.takesTheKey();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(site::test).isInstanceOf(ConfluenceInterruptedException.class);
        } finally {
            Thread.interrupted();
        }
    }
}
