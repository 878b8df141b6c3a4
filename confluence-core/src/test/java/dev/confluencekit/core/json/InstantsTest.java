package dev.confluencekit.core.json;

import static dev.confluencekit.core.json.Reading.CODEC;
import static dev.confluencekit.core.json.Reading.note;
import static dev.confluencekit.core.json.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.json.JsonException.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    private static Note created(String inJson) throws Exception {
        return note("{\"id\":\"1\",\"createdAt\":" + inJson + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-26T16:00:00.123Z, 2026-03-26T16:00:00.123Z",
        "2026-03-26T16:00:00.000Z, 2026-03-26T16:00:00Z",
        "2026-03-26T16:00:00Z, 2026-03-26T16:00:00Z",
        "2026-03-26T16:00Z, 2026-03-26T16:00:00Z",
        "2026-03-26T16:00:00.5Z, 2026-03-26T16:00:00.500Z",
        "2026-03-26T16:00:00.123456789Z, 2026-03-26T16:00:00.123456789Z",
        "2026-03-26T16:00:00.123+02:00, 2026-03-26T14:00:00.123Z",
        "2026-03-26T16:00:00.123-05:30, 2026-03-26T21:30:00.123Z",
        "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59.999Z",
        "2000-02-29T00:00:00.000Z, 2000-02-29T00:00:00Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "0001-01-01T00:00:00.000Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
        "+10000-01-01T00:00:00.000Z, +10000-01-01T00:00:00Z"
    })
    void read_isoInstant_isThatInstant(String inJson, Instant expected) throws Exception {
        assertThat(created("\"" + inJson + "\"").createdAt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00.000Z",
                "1900-02-29T00:00:00.000Z",
                "2026-02-30T00:00:00.000Z",
                "2026-13-01T00:00:00.000Z",
                "2026-00-01T00:00:00.000Z",
                "2026-01-00T00:00:00.000Z",
                "2026-01-32T00:00:00.000Z",
                "2026-01-01T24:00:00.000Z",
                "2026-01-01T23:60:00.000Z",
                "2026-01-01T23:59:60.000Z",
                "2026-02-29T00:00:00Z",
                "2026-01-01T00:00:00.000",
                "2026-01-01",
                "2026-01-01 00:00:00.000Z",
                "2026-01-01t00:00:00.00xZ",
                "2026-01-01T00:00:00,000Z",
                "２０２６-01-01T00:00:00.000Z",
                "yesterday",
                "",
                " ",
                "1767225600"
            })
    void read_noInstant_isTyped(String text) {
        assertThat(refusal("{\"id\":\"1\",\"createdAt\":\"" + text + "\"}"))
                .hasMessage("the value at $.createdAt is no Instant")
                .returns(Problem.OTHER_SHAPE, JsonException::problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1767225600",
                "99999999999",
                "-1774540800123",
                "12345678901234567890",
                "1767225600.5",
                "true",
                "{}",
                "[]",
                "[\"2026-01-01T00:00:00.000Z\"]"
            })
    void read_instantThatIsNeitherTextNorMilliseconds_isTyped(String value) {
        assertThat(refusal("{\"id\":\"1\",\"createdAt\":" + value + "}").problem())
                .isEqualTo(Problem.OTHER_SHAPE);
    }

    @ParameterizedTest
    @CsvSource({"1774540800123, 2026-03-26T16:00:00.123Z", "100000000000, 1973-03-03T09:46:40Z"})
    void read_largeWholeNumberForAnInstant_isMilliseconds(String inJson, Instant expected) throws Exception {
        assertThat(created(inJson).createdAt()).isEqualTo(expected);
    }

    @Test
    void read_nullForAnInstant_isNull() throws Exception {
        assertThat(created("null").createdAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-26T16:00:00Z, 2026-03-26T16:00:00.000Z",
        "2026-03-26T16:00:00.1Z, 2026-03-26T16:00:00.100Z",
        "2026-03-26T16:00:00.123456Z, 2026-03-26T16:00:00.123456Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z"
    })
    void write_instant_hasMillisecondsAtLeast(Instant instant, String written) {
        assertThat(CODEC.write(Map.of("at", instant))).isEqualTo("{\"at\":\"" + written + "\"}");
    }

    @Test
    void write_generatedInstants_readBackEqual() throws Exception {
        Random random = new Random(17);
        for (int i = 0; i < 3_000; i++) {
            long second = random.nextLong(-100_000_000_000L, 400_000_000_000L);
            int nano = random.nextBoolean() ? random.nextInt(1_000) * 1_000_000 : random.nextInt(1_000_000_000);
            Instant instant = Instant.ofEpochSecond(second, nano);
            assertThat(created(CODEC.write(instant)).createdAt()).isEqualTo(instant);
        }
    }

    @Test
    void parse_generatedUsualForm_isWhatTheJdkReads() {
        Random random = new Random(19);
        for (int i = 0; i < 3_000; i++) {
            String text = String.format(
                    Locale.ROOT,
                    "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                    random.nextInt(10_000),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    random.nextInt(24),
                    random.nextInt(60),
                    random.nextInt(60),
                    random.nextInt(1_000));
            assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
        }
    }
}
