package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call makes of bodies that are not what they should be; how the codec itself judges them is tested beside it. */
@Timeout(20)
class BodyFaultsTest {
    private static final int DEEP = 200_000;

    private final ConfluenceRuntime runtime = ConfluenceRuntime.builder()
            .time(new ManualTime())
            .random(new FixedRandom(0))
            .build();

    /** A page, in short. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Page(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("title") @Nullable String title,
            @JsonProperty("number") @Nullable Integer number) {}

    @AfterEach
    void close() {
        runtime.close();
    }

    private static Reply bytes(String contentType, byte[] bytes) {
        return Reply.status(200).header("Content-Type", contentType).bytes(bytes);
    }

    private Page fetch(Reply reply) {
        try (RawServer server = RawServer.answering(reply)) {
            return Calls.connect(runtime, server).fetch(Calls.GET, Page.class);
        }
    }

    private <T extends ConfluenceException> T failure(Class<T> type, Reply reply, int requests) {
        try (RawServer server = RawServer.answering(reply)) {
            T failure = Failures.of(type, () -> Calls.connect(runtime, server).fetch(Calls.GET, Page.class));
            assertThat(server.requests()).hasSize(requests);
            return failure;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[{\"id\":\"42\"}]", "\"text\"", "17", "true"})
    void json_that_is_no_object_is_a_protocol_failure_at_once(String json) {
        failure(ConfluenceProtocolException.class, Reply.ok(json), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n"})
    void an_empty_body_counts_as_cut_off(String body) {
        assertThat(failure(ConfluenceTransportException.class, Reply.ok(body), 4)
                        .kind())
                .isEqualTo(FaultKind.INCOMPLETE_BODY);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"number\":1.9}', $.number",
        "'{\"number\":\"12\"}', $.number",
        "'{\"number\":1e1000000000}', $.number",
        "'{\"number\":99999999999999999999}', $.number",
        "'{\"title\":true}', $.title",
        "'{\"title\":1.5}', $.title"
    })
    void a_value_of_another_type_is_told_with_its_place_at_once(String json, String place) {
        assertThat(failure(ConfluenceProtocolException.class, Reply.ok(json), 1))
                .hasMessageContaining("the value at " + place + " is no ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "99999999999999999999"})
    void a_number_in_place_of_a_text_keeps_every_digit(String number) {
        assertThat(fetch(Reply.ok("{\"id\":" + number + "}")).id()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE"})
    void every_encoding_of_unicode_is_read_whatever_the_label_says(String charset) {
        byte[] json = "{\"title\":\"Grüße 世 😀\"}".getBytes(Charset.forName(charset));
        assertThat(fetch(bytes("application/json; charset=ISO-8859-1", json)).title())
                .isEqualTo("Grüße 世 😀");
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        byte[] json = "\uFEFF{\"title\":\"Grüße\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(fetch(bytes("application/json", json)).title()).isEqualTo("Grüße");
    }

    @Test
    void latin_1_under_its_own_label_is_a_protocol_failure_and_no_question_mark() {
        byte[] json = "{\"title\":\"Grüße\"}".getBytes(StandardCharsets.ISO_8859_1);
        failure(ConfluenceProtocolException.class, bytes("application/json; charset=ISO-8859-1", json), 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00x", "\\ude00\\ud83d"})
    void half_a_surrogate_pair_is_read_as_it_is(String escaped) {
        String title = fetch(Reply.ok("{\"title\":\"" + escaped + "\"}")).title();
        assertThat(title).isNotNull().doesNotContain("?", "\uFFFD").matches("(?s).*[\\x{D800}-\\x{DFFF}].*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void json_nested_200000_deep_is_a_protocol_failure_at_once(String step) {
        assertThat(failure(ConfluenceProtocolException.class, Reply.ok("{\"x\":" + step.repeat(DEEP)), 1))
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void a_number_of_a_million_digits_is_a_protocol_failure_at_once() {
        failure(ConfluenceProtocolException.class, Reply.ok("{\"id\":" + "9".repeat(1_000_000) + "}"), 1);
    }

    @Test
    void an_error_body_nested_200000_deep_keeps_the_class_of_its_status() {
        Reply reply = Reply.status(400).json("{\"errors\":" + "[".repeat(DEEP));
        assertThat(failure(BadRequestException.class, reply, 1)).hasMessageContaining("an error in broken JSON");
    }

    @Test
    void an_error_body_in_another_charset_is_shown_as_far_as_it_can_be_read() {
        Reply reply = Reply.status(400)
                .header("Content-Type", "text/plain; charset=ISO-8859-1")
                .bytes("Gr\u00fc\u00dfe aus dem Proxy".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(failure(BadRequestException.class, reply, 1)).hasMessageContaining("aus dem Proxy");
    }
}
