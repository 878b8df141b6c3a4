package dev.confluencekit.core.json;

import static dev.confluencekit.core.json.Reading.note;
import static dev.confluencekit.core.json.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.json.JsonException.Problem;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are JSON, but too much of it. */
class JsonLimitsTest {
    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    @Timeout(value = 1_000, unit = TimeUnit.MILLISECONDS)
    void read_nestingOf200000_isTypedAtOnce(String step) {
        assertThat(refusal("{\"id\":\"1\",\"x\":" + step.repeat(200_000)).problem())
                .isEqualTo(Problem.OTHER_SHAPE);
    }

    @Test
    void read_nestingOf900_isFine() throws Exception {
        assertThat(note("{\"id\":\"1\",\"x\":" + "[".repeat(900) + "]".repeat(900) + "}")
                        .extras())
                .containsKey("x");
    }

    @Test
    void read_textOf20MillionCharacters_isFine() throws Exception {
        assertThat(note("{\"id\":\"1\",\"title\":\"" + "x".repeat(20_000_001) + "\"}")
                        .title())
                .hasSize(20_000_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1."})
    @Timeout(5)
    void read_numberOfAMillionDigits_isTyped(String start) {
        assertThat(refusal("{\"id\":\"1\",\"x\":" + start + "9".repeat(1_000_000) + "}")
                        .problem())
                .isEqualTo(Problem.OTHER_SHAPE);
    }

    @Test
    void read_nameOfAMillionCharacters_isTyped() {
        assertThat(refusal("{\"id\":\"1\",\"" + "x".repeat(1_000_000) + "\":1}").problem())
                .isEqualTo(Problem.OTHER_SHAPE);
    }

    @Test
    @Timeout(5)
    void read_hugeExponentForAWholeNumber_isTypedAtOnce() {
        assertThat(refusal("{\"id\":\"1\",\"version\":{\"times\":1,\"number\":1e1000000000}}"))
                .hasMessage("the value at $.version.number is no Integer");
    }

    @Test
    @Timeout(5)
    void read_hugeExponentInAnUnknownMember_isKeptAndWrittenBack() throws Exception {
        Note note = note("{\"id\":\"1\",\"x\":1e1000000000}");
        assertThat(note.extras()).containsEntry("x", new BigDecimal("1e1000000000"));
        assertThat(Reading.CODEC.write(note)).isEqualTo("{\"id\":\"1\",\"x\":1E+1000000000}");
    }
}
