package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.ResponseTooLargeException;
import dev.confluencekit.core.error.ServerErrorException;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed answers, and the byte limit before and after decompression. */
@Timeout(20)
class CompressionAndLimitsTest {
    private static final int LIMIT = 100_000;
    private static final Reply PAGE = Reply.ok("{\"id\":\"42\"}");

    private final ConfluenceRuntime runtime = ConfluenceRuntime.builder()
            .time(new ManualTime())
            .random(new FixedRandom(0))
            .maxResponseBytes(LIMIT)
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    private Object get(RawServer server) {
        return Calls.connect(runtime, server).fetch(Calls.GET, Object.class);
    }

    private <T extends ConfluenceException> T failure(Class<T> type, Reply reply) {
        try (RawServer server = RawServer.answering(reply)) {
            return Failures.of(type, () -> get(server));
        }
    }

    private static String document(int length) {
        String frame = "{\"id\":\"\"}";
        return "{\"id\":\"" + "x".repeat(length - frame.length()) + "\"}";
    }

    @Test
    void gzip_is_asked_for() {
        try (RawServer server = RawServer.answering(PAGE)) {
            get(server);
            assertThat(server.requests().get(0).header("accept-encoding")).isEqualTo("gzip");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void a_compressed_answer_is_decompressed(String name) {
        byte[] packed = Reply.gzip("{\"id\":\"42\"}".getBytes(StandardCharsets.UTF_8));
        try (RawServer server = RawServer.answering(PAGE.bytes(packed).header("Content-Encoding", name))) {
            assertThat(get(server)).hasToString("{id=42}");
        }
    }

    @Test
    void an_answer_in_its_identity_is_read_as_it_is() {
        try (RawServer server = RawServer.answering(PAGE.header("Content-Encoding", "identity"))) {
            assertThat(get(server)).hasToString("{id=42}");
        }
    }

    @Test
    void the_error_in_a_compressed_refusal_is_read() {
        assertThat(failure(
                        BadRequestException.class,
                        Reply.status(400).json("{\"message\":\"packed words\"}").gzipped()))
                .hasMessageContaining("packed words");
    }

    @Test
    void a_refusal_in_an_unknown_encoding_has_no_message() {
        assertThat(failure(
                        ServerErrorException.class,
                        Reply.status(500).body("text/html", "\u0001binary").header("Content-Encoding", "br")))
                .hasMessageContaining("(no message)");
    }

    @Test
    void a_truncated_compressed_answer_is_fetched_again() {
        byte[] packed = Reply.gzip(document(5_000).getBytes(StandardCharsets.UTF_8));
        Reply cut = PAGE.bytes(Arrays.copyOf(packed, packed.length / 2)).header("Content-Encoding", "gzip");
        try (RawServer server = RawServer.answering(cut, PAGE.gzipped())) {
            assertThat(get(server)).hasToString("{id=42}");
        }
    }

    @Test
    void a_compressed_answer_without_its_checksum_is_incomplete() {
        byte[] packed = Reply.gzip("{\"id\":\"42\"}".getBytes(StandardCharsets.UTF_8));
        assertIsIncomplete(PAGE.bytes(Arrays.copyOf(packed, packed.length - 6)).header("Content-Encoding", "gzip"));
    }

    @Test
    void a_compressed_answer_with_a_wrong_checksum_is_incomplete() {
        byte[] packed = Reply.gzip("{\"id\":\"42\"}".getBytes(StandardCharsets.UTF_8));
        packed[packed.length - 6] ^= 1;
        assertIsIncomplete(PAGE.bytes(packed).header("Content-Encoding", "gzip"));
    }

    @Test
    void plain_text_under_the_name_of_gzip_is_incomplete() {
        assertIsIncomplete(PAGE.header("Content-Encoding", "gzip"));
    }

    private void assertIsIncomplete(Reply reply) {
        assertThat(failure(ConfluenceTransportException.class, reply).kind()).isEqualTo(FaultKind.INCOMPLETE_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "gzip,br", "br, gzip"})
    void an_encoding_that_was_not_asked_for_is_a_protocol_failure(String encoding) {
        assertThat(failure(ConfluenceProtocolException.class, PAGE.header("Content-Encoding", encoding)))
                .hasMessageContaining("an encoding that was not asked for");
    }

    @Test
    void an_answer_compressed_twice_under_two_headers_is_a_protocol_failure() {
        assertThat(failure(ConfluenceProtocolException.class, PAGE.gzipped().gzipped()))
                .hasMessageContaining("an encoding that was not asked for");
    }

    @Test
    void an_answer_of_just_the_limit_is_read() {
        try (RawServer server = RawServer.answering(Reply.ok(document(LIMIT)))) {
            assertThat(get(server)).isNotNull();
        }
    }

    @Test
    void an_answer_that_announces_more_than_the_limit_is_too_large() {
        assertIsTooLarge(Reply.ok(document(LIMIT + 1)));
    }

    @Test
    void an_answer_that_brings_more_than_the_limit_unannounced_is_too_large() {
        assertIsTooLarge(Reply.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + document(LIMIT + 1)));
    }

    @Test
    void an_answer_that_decompresses_to_more_than_the_limit_is_too_large() {
        assertIsTooLarge(Reply.ok(document(LIMIT + 1)).gzipped());
    }

    @Test
    void a_bomb_is_too_large() {
        Reply bomb = Reply.ok(" ".repeat(10_000_000) + "{}").gzipped();
        assertIsTooLarge(bomb);
    }

    private void assertIsTooLarge(Reply reply) {
        ResponseTooLargeException failure = failure(ResponseTooLargeException.class, reply);
        assertThat(failure.limit()).isEqualTo(LIMIT);
        assertThat(failure.status()).isEqualTo(200);
    }

    @Test
    void an_answer_that_is_too_large_is_asked_for_once() {
        try (RawServer server = RawServer.answering(Reply.ok(document(LIMIT + 1)))) {
            Failures.of(() -> get(server));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void an_endless_answer_is_cut_off_at_the_limit() throws InterruptedException {
        try (RawServer server = RawServer.playing(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            peer.sendForEver(" ".repeat(10_000), Duration.ofNanos(1));
        })) {
            Failures.of(ResponseTooLargeException.class, () -> get(server));
            assertThat(server.awaitHangUp()).isTrue();
        }
    }
}
