package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ServerErrorException;
import dev.confluencekit.core.error.UnsupportedSiteException;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.testing.ScriptedTransport;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing about a custom domain tells what lives there, so the key stays at home until that is known. */
class CustomDomainTest {
    private static final String SITE = "https://wiki.example.com";
    private static final String TENANT_INFO = "GET " + SITE + "/_edge/tenant_info";
    private static final String SERVER_INFORMATION = "GET " + SITE + "/rest/api/server-information";
    private static final String PAGE = "GET " + SITE + "/wiki/api/v2/pages/42?body-format=query-value";
    private static final Reply OK = Reply.ok("{\"id\":\"42\"}");
    private static final Reply CONFIRMED = Reply.ok("{\"cloudId\":\"abc-123\"}");
    private static final Reply LOGIN_PAGE = Reply.status(200).body("text/html", "<html>log in</html>");

    private static ScriptedTransport site(Map<String, Reply> answers) {
        return ScriptedTransport.playing(
                request -> answers.getOrDefault(request.method() + " " + request.uri(), Reply.status(404)));
    }

    private static Object fetch(ScriptedTransport transport) {
        try (ConfluenceRuntime runtime = runtime(transport)) {
            return Calls.connect(runtime, "wiki.example.com").fetch(Calls.GET, Object.class);
        }
    }

    private static ConfluenceRuntime runtime(ScriptedTransport transport) {
        return ConfluenceRuntime.builder()
                .transport(transport)
                .time(new ManualTime())
                .random(new FixedRandom(0))
                .build();
    }

    @Test
    void a_custom_domain_is_confirmed_before_it_gets_the_key() {
        ScriptedTransport transport = site(Map.of(TENANT_INFO, CONFIRMED, PAGE, OK));
        fetch(transport);
        assertThat(transport.calls()).containsExactly(TENANT_INFO, PAGE);
        assertThat(transport.requests().get(0).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void a_custom_domain_is_confirmed_once() {
        ScriptedTransport transport = site(Map.of(TENANT_INFO, CONFIRMED, PAGE, OK));
        try (ConfluenceRuntime runtime = runtime(transport)) {
            ConfluenceConnection connection = Calls.connect(runtime, "wiki.example.com");
            connection.fetch(Calls.GET, Object.class);
            connection.fetch(Calls.GET, Object.class);
        }
        assertThat(transport.calls()).containsExactly(TENANT_INFO, PAGE, PAGE);
    }

    @Test
    void a_key_with_scopes_goes_to_atlassians_gateway_and_not_to_the_custom_domains() {
        String atGateway =
                "GET https://api.atlassian.com/ex/confluence/abc-123/wiki/api/v2/pages/42?body-format=query-value";
        ScriptedTransport transport = site(Map.of(TENANT_INFO, CONFIRMED, PAGE, Reply.status(401), atGateway, OK));
        fetch(transport);
        assertThat(transport.calls()).containsExactly(TENANT_INFO, PAGE, atGateway);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 401, 403, 404, 410})
    void a_refusal_instead_of_a_cloud_id_means_no_confluence(int status) {
        assertIsNoConfluence(site(Map.of(TENANT_INFO, Reply.status(status))));
    }

    @Test
    void a_login_page_instead_of_a_cloud_id_means_no_confluence() {
        assertIsNoConfluence(site(Map.of(TENANT_INFO, LOGIN_PAGE, SERVER_INFORMATION, LOGIN_PAGE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"cloudId\":null}", "{\"cloudId\":\"\"}", "{\"cloudId\":\"a/../b\"}", "[]", "null"})
    void something_else_instead_of_a_cloud_id_means_no_confluence(String answer) {
        assertIsNoConfluence(site(Map.of(TENANT_INFO, Reply.ok(answer))));
    }

    private static void assertIsNoConfluence(ScriptedTransport transport) {
        UnsupportedSiteException failure = Failures.of(UnsupportedSiteException.class, () -> fetch(transport));
        assertThat(failure.reason()).isEqualTo(UnsupportedSiteException.Reason.NOT_CONFLUENCE);
        assertNoKeyWasSent(transport);
    }

    private static void assertNoKeyWasSent(ScriptedTransport transport) {
        assertThat(transport.requests())
                .noneSatisfy(request -> assertThat(request.headers()).containsKey("Authorization"));
    }

    @Test
    void a_data_center_is_recognised() {
        ScriptedTransport transport = site(Map.of(SERVER_INFORMATION, Reply.ok("{\"version\":\"9.2.1\"}")));
        UnsupportedSiteException failure = Failures.of(UnsupportedSiteException.class, () -> fetch(transport));
        assertThat(failure.reason()).isEqualTo(UnsupportedSiteException.Reason.DATA_CENTER);
    }

    @Test
    void a_data_center_gets_no_key() {
        ScriptedTransport transport = site(Map.of(SERVER_INFORMATION, Reply.ok("{\"version\":\"9.2.1\"}")));
        Failures.of(UnsupportedSiteException.class, () -> fetch(transport));
        assertThat(transport.calls()).containsExactly(TENANT_INFO, SERVER_INFORMATION);
        assertNoKeyWasSent(transport);
    }

    @Test
    void a_passing_fault_says_nothing_about_what_lives_there() {
        ScriptedTransport transport = site(Map.of(TENANT_INFO, Reply.status(503)));
        Failures.of(ServerErrorException.class, () -> fetch(transport));
        assertNoKeyWasSent(transport);
    }

    @Test
    void a_domain_that_could_not_be_confirmed_is_asked_again_by_the_next_call() {
        Reply[] answers = {Reply.status(404), Reply.status(404), CONFIRMED, OK};
        ScriptedTransport transport = ScriptedTransport.answering(answers);
        try (ConfluenceRuntime runtime = runtime(transport)) {
            ConfluenceConnection connection = Calls.connect(runtime, "wiki.example.com");
            Failures.of(UnsupportedSiteException.class, () -> connection.fetch(Calls.GET, Object.class));
            assertThat(connection.fetch(Calls.GET, Object.class)).hasToString("{id=42}");
        }
    }
}
