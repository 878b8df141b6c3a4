package dev.confluencekit.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    @Test
    void encode_unreservedCharacters_leavesThemAlone() {
        assertThat(PercentEncoding.encode(UNRESERVED)).isEqualTo(UNRESERVED);
    }

    @Test
    void encode_everyOtherAsciiCharacter_escapesIt() {
        for (char c = 0; c < 128; c++) {
            if (UNRESERVED.indexOf(c) < 0) {
                assertThat(PercentEncoding.encode(String.valueOf(c))).isEqualTo("%%%02X", (int) c);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"a b, a%20b", "a+b, a%2Bb", "100%, 100%25", "%41, %2541", "ü, %C3%BC", "😀, %F0%9F%98%80", "'', ''"})
    void encode_specialText_isUtf8Escaped(String text, String encoded) {
        assertThat(PercentEncoding.encode(text)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @CsvSource({
        "a+b, a+b",
        "a%2Bb, a+b",
        "%2541, %41",
        "%41%, A%",
        "%4, %4",
        "%zz, %zz",
        "%C3%BC, ü",
        "%c3%bc, ü",
        "plain, plain",
        "ü%20, 'ü '"
    })
    void decode_encodedText_isDecodedOnce(String encoded, String text) {
        assertThat(PercentEncoding.decode(encoded)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF", "%C3", "%C3x", "%ED%A0%80", "a\uD800"})
    void decode_bytesThatAreNoUtf8_isRefused(String encoded) {
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> PercentEncoding.decode(encoded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00b", "\uDC00\uD800"})
    void encode_halfASurrogatePair_isRefusedAndNotMadeAQuestionMark(String text) {
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> PercentEncoding.encode(text));
    }

    @Test
    void encode_anyText_decodesToTheSame() {
        Random random = new Random(23);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                int c = random.nextInt(random.nextBoolean() ? 128 : Character.MAX_CODE_POINT + 1);
                text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? '%' : c);
            }
            String encoded = PercentEncoding.encode(text.toString());
            assertThat(PercentEncoding.decode(encoded)).isEqualTo(text.toString());
            assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(text.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b?c=d&e=f#g, /a/b?c=d&e=f#g",
        "/Caf%C3%A9, /Caf%C3%A9",
        "/Café, /Caf%C3%A9",
        "/a b, /a%20b",
        "/100%, /100%25",
        "/100%zz, /100%25zz",
        "/a#b#c, /a#b%23c",
        "/[x]{y}, /%5Bx%5D%7By%7D"
    })
    void encodeRest_halfEncodedLink_becomesAnAddress(String link, String encoded) {
        assertThat(PercentEncoding.encodeRest(link)).isEqualTo(encoded);
    }

    @Test
    void encodeRest_anyText_isWhatTheJdkTakesForAPath() {
        Random random = new Random(29);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder("/");
            for (int n = random.nextInt(20); n > 0; n--) {
                int c = random.nextInt(random.nextBoolean() ? 128 : Character.MAX_CODE_POINT + 1);
                text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? '%' : c);
            }
            assertThat(URI.create("https://acme.example/wiki" + PercentEncoding.encodeRest(text.toString())))
                    .hasHost("acme.example");
        }
    }
}
