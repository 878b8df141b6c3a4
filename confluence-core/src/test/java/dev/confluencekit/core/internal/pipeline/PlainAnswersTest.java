package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.GoneException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.ResponseTooLargeException;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.RawAnswer;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls whose answer holds nothing of interest, and calls whose answer is wanted as it is. */
@Timeout(20)
class PlainAnswersTest {
    private static final ApiRequest DELETE = ApiRequest.of("DELETE", "deletePage", "/wiki/api/v2/pages/{id}")
            .path("id", "42")
            .build();

    private final List<AutoCloseable> open = new ArrayList<>();
    private final ConfluenceRuntime runtime = closing(ConfluenceRuntime.builder()
            .time(new ManualTime())
            .random(new FixedRandom(0))
            .maxResponseBytes(10_000)
            .build());

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private <T extends AutoCloseable> T closing(T one) {
        open.add(0, one);
        return one;
    }

    private RawServer server(Reply... replies) {
        return closing(RawServer.answering(replies));
    }

    private ConfluenceConnection site(Reply... replies) {
        return Calls.connect(runtime, server(replies));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void any_status_of_success_without_a_body_is_done(int status) {
        assertThatCode(() -> site(Reply.status(status)).send(DELETE)).doesNotThrowAnyException();
    }

    @Test
    void what_comes_with_done_is_not_looked_at() {
        assertThatCode(() -> site(Reply.ok("[1,2").header("X", "y")).send(DELETE))
                .doesNotThrowAnyException();
    }

    @Test
    void a_login_page_is_not_done() {
        assertThatThrownBy(() -> site(Reply.status(200).body("text/html", "<html>Log in</html>"))
                        .send(DELETE))
                .isInstanceOf(ConfluenceProtocolException.class)
                .hasMessageContaining("Log in");
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 206, 299, 302, 304})
    void another_status_is_not_done(int status) {
        ConfluenceProtocolException failure = Failures.of(
                ConfluenceProtocolException.class,
                () -> site(Reply.status(status)).send(DELETE));

        assertThat(failure.call().outcomeUnknown()).isTrue();
    }

    @Test
    void a_refusal_is_thrown() {
        assertThatThrownBy(() -> site(Reply.status(404)
                                .json("{\"errors\":[{\"status\":404,\"code\":\"NOT_FOUND\","
                                        + "\"title\":\"Not Found\",\"detail\":null}]}"))
                        .send(DELETE))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_raw_answer_is_the_text_and_the_headers_that_tell_of_it() {
        RawAnswer answer = site(Reply.ok(" {\"id\":\"42\",  \"title\":\"Größe\"}\n")
                        .header("Link", "</wiki/api/v2/pages?cursor=a>; rel=\"next\"")
                        .header("X-RateLimit-Remaining", "17")
                        .header("Set-Cookie", "cloud.session=secret")
                        .header("X-Custom", "x"))
                .exchange(Calls.GET);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo("{\"id\":\"42\",  \"title\":\"Größe\"}");
        assertThat(answer.header("LINK")).hasValue("</wiki/api/v2/pages?cursor=a>; rel=\"next\"");
        assertThat(answer.header("x-ratelimit-remaining")).hasValue("17");
        assertThat(answer.headers()).doesNotContainKeys("set-cookie", "x-custom");
        assertThat(answer).hasToString("200, 29 characters");
    }

    @Test
    void a_header_that_quotes_the_key_is_masked() {
        RawAnswer answer =
                site(Reply.ok("{}").header("X-Request-Id", "id-" + Calls.TOKEN)).exchange(Calls.GET);

        assertThat(answer.header("x-request-id").orElseThrow())
                .startsWith("id-")
                .doesNotContain(Calls.TOKEN);
    }

    @Test
    void an_answer_without_a_body_is_an_empty_text() {
        assertThat(site(Reply.status(204)).exchange(DELETE)).isEqualTo(new RawAnswer(204, "", Map.of()));
    }

    @Test
    void a_raw_answer_in_gzip_is_text_too() {
        assertThat(site(Reply.ok("{\"a\":1}").gzipped()).exchange(Calls.GET).json())
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void a_raw_answer_in_utf_16_is_text_too() {
        byte[] utf16 = "{\"a\":\"ß\"}".getBytes(StandardCharsets.UTF_16LE);

        assertThat(site(Reply.ok("").bytes(utf16)).exchange(Calls.GET).json()).isEqualTo("{\"a\":\"ß\"}");
    }

    @Test
    void half_a_document_is_no_answer() {
        RawServer server = server(Reply.raw(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"id\":\"42\",\"ti"));

        assertThatThrownBy(() -> Calls.connect(runtime, server).exchange(Calls.GET))
                .isInstanceOf(ConfluenceTransportException.class);
        assertThat(server.requests()).as("reading is repeated").hasSize(4);
    }

    @Test
    void text_behind_the_document_is_no_answer() {
        assertThatThrownBy(() -> site(Reply.ok("{}<html>")).exchange(Calls.POST))
                .isInstanceOf(ConfluenceProtocolException.class);
    }

    @Test
    void what_is_no_json_is_no_answer() {
        assertThatThrownBy(() ->
                        site(Reply.status(200).body("application/zip", "PK")).exchange(Calls.GET))
                .isInstanceOf(ConfluenceProtocolException.class)
                .hasMessageContaining("no JSON");
    }

    @Test
    void a_raw_answer_is_bounded() {
        assertThatThrownBy(
                        () -> site(Reply.ok("\"" + "x".repeat(20_000) + "\"")).exchange(Calls.GET))
                .isInstanceOf(ResponseTooLargeException.class);
    }

    @Test
    void a_raw_call_waits_at_the_gate_and_is_repeated_like_any_other() {
        RawServer server = server(Reply.status(503), Reply.status(429).header("Retry-After", "1"), Reply.ok("{}"));

        assertThat(Calls.connect(runtime, server).exchange(Calls.GET).json()).isEqualTo("{}");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void a_withdrawn_route_says_so() {
        assertThatThrownBy(() -> site(Reply.status(410)
                                .json("{\"statusCode\":410,\"data\":{\"authorized\":true,\"valid\":true,\"errors\":[],"
                                        + "\"successful\":false},\"message\":\"GoneException: This deprecated endpoint has"
                                        + " been removed.\"}"))
                        .exchange(Calls.GET))
                .isInstanceOf(GoneException.class);
    }
}
