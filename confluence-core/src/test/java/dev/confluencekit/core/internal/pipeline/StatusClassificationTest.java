package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.DuplicateTitleException;
import dev.confluencekit.core.error.GoneException;
import dev.confluencekit.core.error.MissingScopeException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.PermissionDeniedException;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.error.RequestTooLargeException;
import dev.confluencekit.core.error.ServerErrorException;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exception an answer becomes and what it says; the bodies are those that the service was seen to send. */
@Timeout(20)
class StatusClassificationTest {
    private final ConfluenceRuntime runtime = ConfluenceRuntime.builder()
            .time(new ManualTime())
            .random(new FixedRandom(0))
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    private <T extends ConfluenceException> T failure(Class<T> type, Reply reply) {
        try (RawServer server = RawServer.answering(reply)) {
            return Failures.of(type, () -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
        }
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(400, BadRequestException.class),
                Arguments.of(401, AuthenticationException.class),
                Arguments.of(402, ConfluenceApiException.class),
                Arguments.of(403, PermissionDeniedException.class),
                Arguments.of(404, NotFoundException.class),
                Arguments.of(405, ConfluenceApiException.class),
                Arguments.of(409, ConflictException.class),
                Arguments.of(410, GoneException.class),
                Arguments.of(412, ConflictException.class),
                Arguments.of(413, RequestTooLargeException.class),
                Arguments.of(414, RequestTooLargeException.class),
                Arguments.of(429, RateLimitedException.class),
                Arguments.of(431, RequestTooLargeException.class),
                Arguments.of(451, ConfluenceApiException.class),
                Arguments.of(500, ServerErrorException.class),
                Arguments.of(501, ServerErrorException.class),
                Arguments.of(502, ServerErrorException.class),
                Arguments.of(503, ServerErrorException.class),
                Arguments.of(504, ServerErrorException.class),
                Arguments.of(599, ServerErrorException.class));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void a_status_has_its_exception(int status, Class<?> type) {
        try (RawServer server = RawServer.answering(request ->
                request.target().startsWith("/_edge") ? Reply.ok("{\"cloudId\":\"abc\"}") : Reply.status(status))) {
            ConfluenceApiException failure = Failures.of(
                    ConfluenceApiException.class,
                    () -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class));
            assertThat(failure).isExactlyInstanceOf(type);
            assertThat(failure.status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 203, 204, 205, 206, 299, 300, 301, 302, 303, 304, 307, 308, 600, 999})
    void a_status_that_reading_has_no_use_for_is_a_protocol_failure(int status) {
        Reply reply = Reply.status(status);
        ConfluenceProtocolException failure =
                failure(ConfluenceProtocolException.class, status == 204 || status == 304 ? reply : reply.json("{}"));
        assertThat(failure.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void a_writing_call_may_be_answered_by_several_kinds_of_success(int status) {
        try (RawServer server = RawServer.answering(Reply.status(status).json("{\"id\":1}"))) {
            assertThat(Calls.connect(runtime, server).fetch(Calls.POST, Object.class))
                    .hasToString("{id=1}");
        }
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                body(
                        "v2 not found",
                        404,
                        "{\"errors\":[{\"status\":404,\"code\":\"NOT_FOUND\",\"title\":\"Not Found\",\"detail\":null}]}",
                        NotFoundException.class,
                        "NOT_FOUND: Not Found"),
                body(
                        "v2 conflict",
                        409,
                        "{\"errors\":[{\"status\":409,\"code\":\"CONFLICT\",\"title\":\"Version must be incremented when"
                                + " updating a page. Current Version: [5]. Provided version: [5]\",\"detail\":null}]}",
                        ConflictException.class,
                        "Current Version: [5]. Provided version: [5]"),
                body(
                        "v2 duplicate title",
                        400,
                        "{\"errors\":[{\"status\":400,\"code\":\"BAD_REQUEST\",\"title\":\"A page with this title already"
                                + " exists: A page already exists with the same TITLE in this space\"}]}",
                        DuplicateTitleException.class,
                        "A page with this title already exists"),
                body(
                        "v2 with detail",
                        400,
                        "{\"errors\":[{\"code\":\"INVALID_REQUEST_PARAMETER\",\"title\":\"Bad id\",\"detail\":\"expected"
                                + " type is ContentId\"}]}",
                        BadRequestException.class,
                        "INVALID_REQUEST_PARAMETER: Bad id – expected type is ContentId"),
                body(
                        "v1 with data",
                        403,
                        "{\"statusCode\":403,\"data\":{\"authorized\":false,\"valid\":true,\"errors\":[],\"successful\":false},"
                                + "\"message\":\"Current user not permitted to use Confluence\",\"reason\":\"Forbidden\"}",
                        PermissionDeniedException.class,
                        "Current user not permitted to use Confluence"),
                body(
                        "v1 without data",
                        403,
                        "{\"message\":\"Current user not permitted to use Confluence\",\"statusCode\":403}",
                        PermissionDeniedException.class,
                        "Current user not permitted to use Confluence"),
                body(
                        "v1 gone",
                        410,
                        "{\"statusCode\":410,\"data\":{\"authorized\":true,\"valid\":true,\"errors\":[],\"successful\":true},"
                                + "\"message\":\"com.atlassian.confluence.api.service.exceptions.GoneException: This"
                                + " deprecated endpoint has been removed.\"}",
                        GoneException.class,
                        "This deprecated endpoint has been removed."),
                body(
                        "v1 errors as objects",
                        400,
                        "{\"statusCode\":400,\"data\":{\"errors\":[{\"message\":{\"key\":\"k\",\"translation\":\"No such"
                                + " label\"}}]}}",
                        BadRequestException.class,
                        "No such label"),
                body(
                        "v1 errors as texts",
                        400,
                        "{\"statusCode\":400,\"data\":{\"errors\":[\"Title is missing\"]}}",
                        BadRequestException.class,
                        "Title is missing"),
                body(
                        "gateway",
                        403,
                        "{\"code\":403,\"message\":\"The app is not installed on this instance\"}",
                        PermissionDeniedException.class,
                        "The app is not installed on this instance"),
                body(
                        "only an error text",
                        500,
                        "{\"error\":\"Internal Server Error\"}",
                        ServerErrorException.class,
                        "Internal Server Error"),
                body("broken JSON", 500, "{\"errors\":[", ServerErrorException.class, "an error in broken JSON"),
                body("a list", 500, "[1,2]", ServerErrorException.class, "an error in broken JSON"),
                body("a text", 500, "\"x\"", ServerErrorException.class, "an error in broken JSON"),
                body("an empty object", 500, "{}", ServerErrorException.class, "(no message)"),
                body(
                        "odd members",
                        500,
                        "{\"errors\":{\"a\":1},\"message\":7}",
                        ServerErrorException.class,
                        "(no message)"));
    }

    private static Arguments body(String name, int status, String json, Class<?> type, String message) {
        return Arguments.of(name, Reply.status(status).json(json), type, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void an_error_body_becomes_the_message(String name, Reply reply, Class<?> type, String message) {
        assertThat(failure(ConfluenceApiException.class, reply))
                .isExactlyInstanceOf(type)
                .hasMessageContaining(message);
    }

    @Test
    void an_empty_error_body_has_no_message() {
        assertThat(failure(NotFoundException.class, Reply.status(404))).hasMessageContaining("→ 404 (no message)");
    }

    @Test
    void a_maintenance_page_keeps_the_class_of_its_status() {
        assertThat(failure(
                        ServerErrorException.class,
                        Reply.status(503).body("text/html;charset=UTF-8", "<html>\n <h1>Down for   maintenance</h1>")))
                .hasMessageContaining("(text/html;charset=utf-8) <html> <h1>Down for maintenance</h1>");
    }

    @Test
    void a_login_page_with_status_200_is_a_protocol_failure() {
        assertThat(failure(
                        ConfluenceProtocolException.class,
                        Reply.status(200).body("text/html", "<html><title>Log in - Atlassian</title>")))
                .hasMessageContaining("a login page, a proxy or a firewall")
                .hasMessageContaining("Log in - Atlassian");
    }

    @Test
    void an_xsrf_refusal_in_plain_text_is_shown() {
        assertThat(failure(PermissionDeniedException.class, Reply.status(403).body("text/plain", "XSRF check failed")))
                .hasMessageContaining("XSRF check failed");
    }

    @Test
    void a_page_of_html_is_shortened() {
        String message = failure(
                        ServerErrorException.class, Reply.status(500).body("text/html", "<p>long</p>".repeat(1000)))
                .serviceMessage();
        assertThat(message).hasSizeLessThan(250).endsWith("…");
    }

    @Test
    void a_long_message_is_shortened() {
        String message = failure(
                        BadRequestException.class,
                        Reply.status(400).json("{\"message\":\"" + "long ".repeat(1000) + "\"}"))
                .serviceMessage();
        assertThat(message).hasSizeLessThan(510).endsWith("…");
    }

    @Test
    void a_scope_mismatch_is_recognised_by_its_header() {
        failure(
                MissingScopeException.class,
                Reply.status(401).header("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK"));
    }

    @Test
    void a_scope_mismatch_is_recognised_by_its_message() {
        failure(
                MissingScopeException.class,
                Reply.status(401).json("{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}"));
    }

    @Test
    void a_403_with_a_time_to_come_back_is_a_throttled_call() {
        RateLimitedException failure =
                failure(RateLimitedException.class, Reply.status(403).header("Retry-After", "100"));
        assertThat(failure.status()).isEqualTo(403);
        assertThat(failure.retryAt()).contains(ManualTime.START.plusSeconds(100));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void a_passing_refusal_of_the_edge_is_not_believed(int status) {
        try (RawServer server = RawServer.answering(
                Reply.status(status).header("x-cache", "Error from cloudfront"), Reply.ok("{\"id\":1}"))) {
            assertThat(Calls.connect(runtime, server).fetch(Calls.GET, Object.class))
                    .hasToString("{id=1}");
        }
    }

    @Test
    void the_entries_of_an_error_body_can_be_read() {
        BadRequestException failure = failure(
                BadRequestException.class,
                Reply.status(400)
                        .json("{\"errors\":[{\"status\":400,\"code\":\"A\",\"title\":\"first\",\"detail\":\"more\"},"
                                + "{\"code\":\"B\"}]}"));
        assertThat(failure.errors())
                .extracting(error -> error.status() + "," + error.code() + "," + error.title() + "," + error.detail())
                .containsExactly("400,A,first,more", "null,B,null,null");
    }

    @Test
    void a_message_says_what_was_tried_what_came_back_and_how_to_find_it() {
        assertThat(failure(
                        NotFoundException.class,
                        Reply.status(404)
                                .header("Atl-Request-Id", "req-7")
                                .json("{\"errors\":[{\"code\":\"NOT_FOUND\",\"title\":\"Gone fishing\"}]}")))
                .hasMessageStartingWith(
                        "GET /wiki/api/v2/pages/42 → 404 NOT_FOUND: Gone fishing (1 attempt, 0.0 s, request req-7).");
    }

    @ParameterizedTest
    @CsvSource({"atl-request-id", "X-Request-Id", "X-ARequestId", "Atl-TraceId"})
    void the_request_id_is_found_under_each_of_its_names(String header) {
        assertThat(failure(NotFoundException.class, Reply.status(404).header(header, "id-1"))
                        .requestId())
                .contains("id-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 503})
    void the_query_is_never_in_the_message(int status) {
        assertThat(failure(ConfluenceException.class, Reply.status(status)))
                .message()
                .doesNotContain("query-value");
    }

    @ParameterizedTest
    @CsvSource({
        "400, false",
        "404, false",
        "409, false",
        "429, false",
        "408, true",
        "500, true",
        "503, true",
        "302, true"
    })
    void a_refused_write_says_whether_it_may_have_taken_effect(int status, boolean unknown) {
        try (RawServer server = RawServer.answering(Reply.status(status))) {
            Throwable failure = Failures.of(() -> Calls.connect(runtime, server).fetch(Calls.POST, Object.class));
            assertThat(failure.toString().contains("it may have taken effect")).isEqualTo(unknown);
        }
    }
}
