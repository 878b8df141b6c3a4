package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.testing.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that could break out of a request do not, and an answer cannot lead a call elsewhere. */
@Timeout(20)
class HostileInputTest {
    private static final String EVIL = "4\r\nX-Evil: canary\u0000é世😀 /../?a#b";
    private static final String EVIL_ENCODED =
            "4%0D%0AX-Evil%3A%20canary%00%C3%A9%E4%B8%96%F0%9F%98%80%20%2F..%2F%3Fa%23b";
    private static final String HALF_PAIR = "canary\uD83D";

    private final ConfluenceRuntime runtime = ConfluenceRuntime.builder()
            .time(new ManualTime())
            .random(new FixedRandom(0))
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    private static ApiRequest restrictions(String id) {
        return ApiRequest.get("getRestrictions", "/wiki/rest/api/content/{id}/restriction")
                .path("id", id)
                .build();
    }

    private static Received only(RawServer server) {
        assertThat(server.requests()).hasSize(1);
        return server.requests().get(0);
    }

    @Test
    void a_path_value_stays_within_its_segment() {
        try (RawServer server = RawServer.answering(Reply.ok("{}"))) {
            Calls.connect(runtime, server).fetch(restrictions(EVIL), Object.class);
            assertThat(only(server).target()).isEqualTo("/wiki/rest/api/content/" + EVIL_ENCODED + "/restriction");
            assertThat(only(server).headers()).doesNotContainKey("x-evil");
        }
    }

    @Test
    void a_cursor_stays_within_its_parameter() {
        try (RawServer server = RawServer.answering(Reply.ok("{\"results\":[]}"))) {
            listFrom(server, EVIL);
            assertThat(only(server).target()).contains("?cursor=" + EVIL_ENCODED + "&limit=");
            assertThat(only(server).headers()).doesNotContainKey("x-evil");
        }
    }

    private void listFrom(RawServer server, String cursor) {
        ApiRequest pages = ApiRequest.get("getPages", "/wiki/api/v2/pages").build();
        Calls.connect(runtime, server)
                .list(pages, Map.class, 25, Cursor.of(cursor))
                .first();
    }

    @Test
    void a_path_value_that_is_no_text_reaches_neither_the_wire_nor_a_message() {
        try (RawServer server = RawServer.answering(Reply.ok("{}"))) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            assertThat(Failures.of(
                            InvalidArgumentException.class,
                            () -> connection.fetch(restrictions(HALF_PAIR), Object.class)))
                    .hasMessageNotContaining("canary");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void a_cursor_that_is_no_text_reaches_neither_the_wire_nor_a_message() {
        try (RawServer server = RawServer.answering(Reply.ok("{\"results\":[]}"))) {
            assertThat(Failures.of(InvalidArgumentException.class, () -> listFrom(server, HALF_PAIR)))
                    .hasMessageNotContaining("canary");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void a_username_and_key_beyond_ascii_go_as_utf_8_in_base64() {
        Authorization key = Authorization.basic("añn@пример.example", Secret.of("ключ-世"));
        try (RawServer server = RawServer.answering(Reply.ok("{}"))) {
            runtime.connect(ConfluenceSite.loopback(server.address()), () -> key, null)
                    .fetch(Calls.GET, Object.class);
            String sent =
                    only(server).headers().getOrDefault("authorization", "").replace("Basic ", "");
            assertThat(new String(Base64.getDecoder().decode(sent), StandardCharsets.UTF_8))
                    .isEqualTo("añn@пример.example:ключ-世");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\r\nX-Evil: 1", "canary\u0000", "canary\u007F", "canaryé", "canary\uD83D"})
    void a_user_agent_that_no_header_can_carry_is_refused_without_repeating_it(String suffix) {
        assertThat(Failures.of(
                        InvalidArgumentException.class,
                        () -> ConfluenceRuntime.builder().userAgentSuffix(suffix)))
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/wiki/api/v2/pages/42",
                "file:///etc/passwd",
                "ftp://127.0.0.1/x",
                "https://ann:canary@evil.example/",
                "//evil.example/x",
                "/wiki/api/v2/pages/42",
                "",
                "http://[broken"
            })
    void a_redirect_of_any_kind_is_told_after_one_request(String location) {
        try (RawServer server = RawServer.answering(Reply.status(302).header("Location", location))) {
            assertThat(Failures.of(
                            ConfluenceProtocolException.class,
                            () -> Calls.connect(runtime, server).fetch(Calls.GET, Object.class)))
                    .hasMessageContaining("redirected")
                    .hasMessageNotContaining("canary");
            assertThat(server.connections()).isEqualTo(1);
        }
    }
}
