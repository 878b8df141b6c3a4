package dev.confluencekit.content.raw;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.ServerErrorException;
import dev.confluencekit.core.request.RawAnswer;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.recorder.WireMockRecording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations without a typed client are called by their path, and by nothing that leaves the site's interfaces. */
class RawCallsTest {
    private static final String KEY = "ATATT3xFfGF0-raw-key";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort().extensions(new WireMockRecording()))
            .build();

    private final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().random(() -> 0).build();

    @AfterEach
    void close() {
        runtime.close();
    }

    private RawClient raw() {
        return RawClient.over(runtime.connect(
                ConfluenceSite.loopback("http://127.0.0.1:" + SERVER.getPort()),
                () -> Authorization.basic("ann@example.com", Secret.of(KEY)),
                null));
    }

    @Test
    void a_reading_call_gives_the_json_as_it_came() {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{\"results\": [ ],\"limit\":2}")));

        RawAnswer answer = raw().call(RawRequest.get("/wiki/api/v2/spaces/{id}/pages")
                .path("id", "98304")
                .query("title", "my team&more")
                .query("limit", "2"));

        assertThat(answer.json()).isEqualTo("{\"results\": [ ],\"limit\":2}");
        assertThat(answer.status()).isEqualTo(200);
        SERVER.verify(1, getRequestedFor(urlEqualTo("/wiki/api/v2/spaces/98304/pages?title=my%20team%26more&limit=2")));
    }

    @Test
    void a_writing_call_sends_json_and_what_v1_wants_of_writes() {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{\"results\":[]}")));

        raw().call(RawRequest.of("POST", "/wiki/rest/api/content/{id}/label")
                .path("id", "98304")
                .json("[{\"prefix\":\"global\",\"name\":\"faq\"}]"));

        SERVER.verify(postRequestedFor(urlEqualTo("/wiki/rest/api/content/98304/label"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withHeader("X-Atlassian-Token", equalTo("no-check"))
                .withRequestBody(equalToJson("[{\"prefix\":\"global\",\"name\":\"faq\"}]")));
    }

    @Test
    void a_call_without_an_answers_body_gives_an_empty_text() {
        SERVER.stubFor(any(anyUrl()).willReturn(noContent()));

        assertThat(raw().call(RawRequest.of("DELETE", "/wiki/api/v2/pages/{id}").path("id", "98304")))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(204))
                .satisfies(answer -> assertThat(answer.json()).isEmpty());
        SERVER.verify(deleteRequestedFor(urlEqualTo("/wiki/api/v2/pages/98304")));
    }

    @Test
    void a_refusal_is_typed_and_holds_no_key() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(jsonResponse(
                        "{\"errors\":[{\"status\":404,\"code\":\"NOT_FOUND\",\"title\":\"Nothing for " + KEY
                                + "\",\"detail\":null}]}",
                        404)));

        assertThatThrownBy(() ->
                        raw().call(RawRequest.get("/wiki/api/v2/pages/{id}").path("id", "1")))
                .isInstanceOf(NotFoundException.class)
                .message()
                .contains("Nothing for")
                .doesNotContain(KEY);
    }

    @Test
    void a_write_with_an_unclear_outcome_is_not_repeated_unless_it_only_reads() {
        SERVER.stubFor(any(anyUrl()).willReturn(serverError()));
        RawRequest users = RawRequest.of("POST", "/wiki/api/v2/users-bulk").json("{\"accountIds\":[\"1\"]}");

        ServerErrorException once = catchThrowableOfType(ServerErrorException.class, () -> raw().call(users));
        assertThat(once.call().outcomeUnknown()).isTrue();
        SERVER.verify(1, anyRequestedFor(anyUrl()));
        ServerErrorException often =
                catchThrowableOfType(ServerErrorException.class, () -> raw().call(users.readsOnly()));
        assertThat(often.call().outcomeUnknown()).isFalse();
        SERVER.verify(5, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/wiki/api/v2/pages",
                "//evil.example/wiki/api/v2/pages",
                "@evil.example/wiki/api/v2/pages",
                "wiki/api/v2/pages",
                "/wiki/api/v3/pages",
                "/wiki/api/v2/",
                "/wiki/download/attachments/1/x",
                "/rest/api/content",
                "/wiki/rest/api/../../admin",
                "/wiki/rest/api/./content",
                "/wiki/rest/api/content/..",
                "/wiki/rest/api/%2e%2e/admin",
                "/wiki/rest/api/a%2Fb",
                "/wiki/rest/api/a\\b",
                "/wiki/rest/api//content",
                "/wiki/rest/api/content?limit=1",
                "/wiki/rest/api/content#x",
                "/wiki/rest/api/con tent",
                "/wiki/rest/api/content/",
                "/wiki/rest/api/{a/b}",
                "/wiki/rest/api/{}",
                "/wiki/rest/api/content\r\nX: 1",
                "/wiki/rest/api/größe"
            })
    void a_path_that_is_none_of_the_interfaces_is_refused(String path) {
        assertThatThrownBy(() -> RawRequest.get(path))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("pathTemplate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "../x", "a/b", "a\\b", "a\nb", "\0"})
    void a_value_that_would_change_the_path_is_refused(String value) {
        assertThatThrownBy(() -> RawRequest.get("/wiki/api/v2/pages/{id}").path("id", value))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "get", "HEAD", "CONNECT", "GET /x", "TRACE"})
    void another_method_is_refused(String method) {
        assertThatThrownBy(() -> RawRequest.of(method, "/wiki/api/v2/pages"))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("method"));
    }

    @Test
    void a_parameter_that_the_path_does_not_have_is_refused() {
        assertThatThrownBy(() -> RawRequest.get("/wiki/api/v2/pages/{id}").path("key", "1"))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("key"));
    }

    @Test
    void a_parameter_without_a_value_is_refused_before_anything_is_sent() {
        assertThatThrownBy(() -> raw().call(RawRequest.get("/wiki/api/v2/pages/{id}")))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("id"));
        SERVER.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void a_body_of_a_reading_call_is_refused() {
        assertThatThrownBy(() -> RawRequest.get("/wiki/api/v2/pages").json("{}"))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("json"));
    }

    @Test
    void a_request_prints_neither_values_nor_body() {
        assertThat(RawRequest.of("PUT", "/wiki/api/v2/pages/{id}")
                        .path("id", "98304")
                        .query("a", "value")
                        .json("{\"b\":1}"))
                .hasToString("PUT /wiki/api/v2/pages/{id}");
    }
}
