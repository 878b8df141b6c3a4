package dev.confluencekit.core.json;

import static dev.confluencekit.core.json.Reading.CODEC;
import static dev.confluencekit.core.json.Reading.note;
import static dev.confluencekit.core.json.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.json.JsonException.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How bytes become characters and back. */
class JsonCharactersTest {
    private static final String DOCUMENT = "{\"id\":\"1\",\"title\":\"Ünïcödé 😀\"}";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void read_anyUnicodeEncoding_isRecognised(String charset) throws Exception {
        assertThat(note(DOCUMENT.getBytes(Charset.forName(charset))).title()).isEqualTo("Ünïcödé 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void read_byteOrderMark_isSkipped(String charset) throws Exception {
        assertThat(note(("\uFEFF" + DOCUMENT).getBytes(Charset.forName(charset)))
                        .title())
                .isEqualTo("Ünïcödé 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c3", "c328", "e28228", "f0288cbc", "80", "f8a1a1a1a1", "e9"})
    void read_invalidUtf8_isTyped(String bytes) {
        assertThat(refusal(titled(HexFormat.of().parseHex(bytes))).problem()).isEqualTo(Problem.NOT_JSON);
    }

    /** Jackson 2.18.2 takes the slash for one. */
    @Test
    @Tag("newest-jackson")
    void read_overlongUtf8_isTyped() {
        assertThat(refusal(titled(HexFormat.of().parseHex("c0af"))).problem()).isEqualTo(Problem.NOT_JSON);
    }

    @Test
    void read_latin1_isTyped() {
        assertThat(refusal("{\"id\":\"1\",\"title\":\"Ünï\"}".getBytes(StandardCharsets.ISO_8859_1))
                        .problem())
                .isEqualTo(Problem.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000feff00110000", "fffe0000ffffffff", "0000007bffffffff", "000000", "00000000"})
    void read_damagedUtf32_isTyped(String bytes) {
        assertThat(refusal(HexFormat.of().parseHex(bytes)).problem()).isIn(Problem.NOT_JSON, Problem.CUT_OFF);
    }

    @Test
    void read_randomBytes_areTypedAndNeverAnythingElse() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertThat(refusal(bytes).problem()).isNotNull();
        }
    }

    @Test
    void read_documentWithOneChangedByte_isReadOrTypedAndNeverAnythingElse() throws Exception {
        Random random = new Random(5);
        byte[] whole =
                "{\"id\":\"1\",\"title\":\"Ü\",\"createdAt\":\"2026-03-26T16:00:00.123Z\",\"version\":{\"number\":3,\"times\":1},\"x\":[1.5e3,null]}"
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            try {
                assertThat(note(changed).id()).isNotNull();
            } catch (JsonException e) {
                assertThat(e.problem()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud83dz", "\\ude00\\ud83d"})
    void write_halfASurrogatePair_survivesTheRoundThroughUtf8(String escaped) throws Exception {
        String title = note("{\"id\":\"1\",\"title\":\"" + escaped + "\"}").title();
        byte[] written = CODEC.write(note("{\"id\":\"1\",\"title\":\"" + escaped + "\"}"))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(note(written).title()).isEqualTo(title).doesNotContain("?");
    }

    @Test
    void write_halfASurrogatePair_isEscaped() {
        assertThat(CODEC.write(Map.of("\uDC00", "😀\uD83D\\"))).isEqualTo("{\"\\udc00\":\"😀\\ud83d\\\\\"}");
    }

    @Test
    void write_charactersBeyondAscii_areNotEscaped() {
        assertThat(CODEC.write("Ü日😀\u2028")).isEqualTo("\"Ü日😀\u2028\"");
    }

    private static byte[] titled(byte[] title) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("{\"id\":\"1\",\"title\":\"".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(title);
        out.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
