package dev.confluencekit.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.json.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @Test
    void reveal_anySecret_givesItsValue() {
        assertThat(Secret.of("pa ss wörd 😀").reveal()).isEqualTo("pa ss wörd 😀");
    }

    @Test
    void toString_anySecret_isTheSameMask() {
        assertThat(Secret.of("canary"))
                .hasToString("Secret[•••]")
                .hasToString(Secret.of("x").toString());
    }

    @Test
    void toString_insideOtherText_isMasked() {
        assertThat(String.format("%s %s", Secret.of("canary"), Map.of("key", Secret.of("canary"))))
                .doesNotContain("canary");
    }

    @Test
    void equals_sameValue_isEqual() {
        assertThat(Secret.of("one")).isEqualTo(Secret.of("one")).hasSameHashCodeAs(Secret.of("one"));
    }

    @Test
    void equals_otherValue_isNot() {
        assertThat(Secret.of("one")).isNotEqualTo(Secret.of("two")).isNotEqualTo(Secret.of("one1"));
    }

    @Test
    void equals_plainText_isNot() {
        assertThat(Secret.of("one").equals((Object) "one")).isFalse();
    }

    @Test
    void hashCode_anySecret_tellsNothing() {
        assertThat(Secret.of("one")).hasSameHashCodeAs(Secret.of("two"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "\u00A0",
                " canary",
                "canary ",
                "canary\u00A0",
                "\u2003canary",
                "canary\n",
                "canary\r\n",
                "can\nary",
                "can\tary",
                "can\u0000ary",
                "can\u007Fary",
                "can\u0085ary",
                "canary\uD83D",
                "\uDE00canary"
            })
    void of_valueThatNoKeyHas_isRefusedWithoutRepeatingIt(@Nullable String value) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Secret.of(value))
                .withMessageNotContaining("can")
                .withMessageNotContaining("ary")
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("apiKey");
    }

    @Test
    void secret_serialised_isRefused() throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(Secret.of("canary"))).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void secret_asJson_isRefusedWithoutItsValue() {
        assertThatThrownBy(() -> JsonCodec.create().write(Secret.of("canary")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }
}
