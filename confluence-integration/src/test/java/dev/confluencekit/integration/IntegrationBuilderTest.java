package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationBuilderTest {
    private static final Secret KEY = Secret.of("ATATT3xBuilderKey");

    private static Map<String, String> environment(String... changes) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "CONFLUENCE_DOMAIN", "acme.atlassian.net",
                "CONFLUENCE_USERNAME", "kb-bot@acme.example",
                "CONFLUENCE_API_KEY", "ATATT3xEnvironmentKey"));
        for (int i = 0; i < changes.length; i += 2) {
            variables.put(changes[i], changes[i + 1]);
        }
        return variables;
    }

    @Test
    void build_domainUsernameAndKey_isAnIntegrationWithThatSite() {
        try (ConfluenceIntegration integration = ConfluenceIntegration.builder()
                .domain("acme")
                .username("kb-bot@acme.example")
                .apiKey(KEY)
                .build()) {
            assertThat(integration.site()).hasToString("https://acme.atlassian.net");
        }
    }

    @Test
    void build_nothingSet_namesEveryProblemInOneMessage() {
        assertThatThrownBy(() -> ConfluenceIntegration.builder().build())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContainingAll("domain: is missing", "username: is missing", "apiKey: is missing");
    }

    @Test
    void build_severalWrong_namesEveryProblemInOneMessage() {
        assertThatThrownBy(() -> ConfluenceIntegration.builder()
                        .domain("http://acme.atlassian.net")
                        .username("kb:bot")
                        .apiKey(KEY)
                        .cloudId("../x")
                        .build())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContainingAll("domain: must be", "username: must not", "cloudId: must be");
    }

    @Test
    void build_oneWrong_namesTheParameter() {
        assertThatThrownBy(() -> ConfluenceIntegration.builder()
                        .domain("acme")
                        .username(" ")
                        .apiKey(KEY)
                        .build())
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("username"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "..", "a?b", "a b", "1\n2"})
    void build_cloudIdThatCannotStandInAPath_isRefused(String cloudId) {
        assertThatThrownBy(() -> ConfluenceIntegration.builder()
                        .domain("acme")
                        .username("kb-bot@acme.example")
                        .apiKey(KEY)
                        .cloudId(cloudId)
                        .build())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("cloudId: ");
    }

    @Test
    void build_storeAndUsernameToo_isRefused() {
        assertThatThrownBy(() -> ConfluenceIntegration.builder()
                        .domain("acme")
                        .username("kb-bot@acme.example")
                        .credentials(CredentialStore.inMemory(), CredentialId.of("kb-bot"))
                        .build())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("credentials: are given twice");
    }

    @Test
    void build_storeThatHasNoEntryYet_isAccepted() {
        try (ConfluenceIntegration integration = ConfluenceIntegration.builder()
                .domain("acme")
                .credentials(CredentialStore.inMemory(), CredentialId.of("kb-bot"))
                .build()) {
            assertThat(integration.site().host()).isEqualTo("acme.atlassian.net");
        }
    }

    @Test
    void environment_complete_givesSiteAndCredential() {
        try (ConfluenceSimulator simulator = ConfluenceSimulator.builder()
                        .knowledgeBase(KnowledgeBase.demo())
                        .account("kb-bot@acme.example", "ATATT3xEnvironmentKey")
                        .start();
                ConfluenceIntegration integration = ConfluenceIntegration.builder()
                        .environment(environment(
                                "CONFLUENCE_DOMAIN", simulator.baseUri().toString()))
                        .build()) {
            assertThat(integration.testConnection().verdict()).isEqualTo(Verdict.CONNECTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFLUENCE_DOMAIN", "CONFLUENCE_USERNAME", "CONFLUENCE_API_KEY"})
    void environment_variableMissing_isNamed(String variable) {
        Map<String, String> variables = environment();
        variables.remove(variable);
        assertThatThrownBy(() ->
                        ConfluenceIntegration.builder().environment(variables).build())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(variable);
    }

    @Test
    void environment_empty_namesAllThree() {
        assertThatThrownBy(() ->
                        ConfluenceIntegration.builder().environment(Map.of()).build())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContainingAll("CONFLUENCE_DOMAIN", "CONFLUENCE_USERNAME", "CONFLUENCE_API_KEY");
    }

    @Test
    void environment_domainThatIsNoSite_namesTheVariable() {
        assertThatThrownBy(() -> ConfluenceIntegration.builder()
                        .environment(environment("CONFLUENCE_DOMAIN", "http://acme.atlassian.net"))
                        .build())
                .hasMessageStartingWith("CONFLUENCE_DOMAIN: must be an https address");
    }

    @ParameterizedTest
    @CsvSource({
        "CONFLUENCE_CALL_TIMEOUT, abc",
        "CONFLUENCE_ATTEMPT_TIMEOUT, -1",
        "CONFLUENCE_CONNECT_TIMEOUT, 0",
        "CONFLUENCE_CONCURRENCY, many",
        "CONFLUENCE_MAX_RESPONSE_BYTES, 1.5"
    })
    void environment_settingThatCannotBeUsed_isNamed(String variable, String value) {
        assertThatThrownBy(() -> ConfluenceIntegration.builder()
                        .environment(environment(variable, value))
                        .build())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith(variable + ": \"" + value + "\"");
    }

    @Test
    void environment_settingAndDomainWrong_areBothNamed() {
        assertThatThrownBy(() -> ConfluenceIntegration.builder()
                        .environment(environment("CONFLUENCE_CALL_TIMEOUT", "abc", "CONFLUENCE_DOMAIN", ""))
                        .build())
                .hasMessageContainingAll("CONFLUENCE_CALL_TIMEOUT", "CONFLUENCE_DOMAIN");
    }

    @Test
    void environment_keyWithALineBreak_isNotQuoted() {
        assertThatThrownBy(() -> ConfluenceIntegration.builder()
                        .environment(environment("CONFLUENCE_API_KEY", "ATATT3xBroken\nKey"))
                        .build())
                .hasMessageContaining("CONFLUENCE_API_KEY")
                .hasMessageNotContaining("ATATT3xBroken");
    }
}
