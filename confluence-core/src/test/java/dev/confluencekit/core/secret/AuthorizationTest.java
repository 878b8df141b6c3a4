package dev.confluencekit.core.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
    /** With characters that every encoding changes. */
    private static final String KEY = "ATATT3x+can/ary= *~ü?>0A1B";

    private static final Authorization AUTHORIZATION = Authorization.basic("ann@example.com", Secret.of(KEY));

    @Test
    void basic_asciiCredential_isTheHeaderOfRfc7617() {
        assertThat(Authorization.basic("Aladdin", Secret.of("open sesame")).headerValue())
                .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    }

    @Test
    void basic_otherCharacters_areUtf8() {
        assertThat(Authorization.basic("test", Secret.of("123£")).headerValue()).isEqualTo("Basic dGVzdDoxMjPCow==");
    }

    @Test
    void basic_longKey_isOneLine() {
        assertThat(Authorization.basic("ann@example.com", Secret.of("x".repeat(500)))
                        .headerValue())
                .matches("Basic [A-Za-z0-9+/]+=*");
    }

    @Test
    void basic_usernameWithSpaceAround_isStripped() {
        assertThat(Authorization.basic(" ann@example.com ", Secret.of(KEY))).isEqualTo(AUTHORIZATION);
    }

    @Test
    void account_anyAuthorization_isTheUsername() {
        assertThat(AUTHORIZATION.account()).isEqualTo("ann@example.com");
    }

    @Test
    void toString_anyAuthorization_masksTheKey() {
        assertThat(AUTHORIZATION).hasToString("Authorization[ann@example.com, •••]");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "canary:x", "canary\nx", "canary\r\nX-Evil: 1", "canary\u0000", "canary\uD83D"})
    void basic_usernameThatNoHeaderCanCarry_isRefusedWithoutRepeatingIt(@Nullable String username) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Authorization.basic(username, Secret.of(KEY)))
                .withMessageNotContaining("canary")
                .withMessageNotContaining(KEY)
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("username");
    }

    @Test
    void equals_sameAccountAndKey_isEqual() {
        Authorization same = Authorization.basic("ann@example.com", Secret.of(KEY));
        assertThat(AUTHORIZATION).isEqualTo(same).hasSameHashCodeAs(same);
    }

    @Test
    void equals_otherKey_isNot() {
        assertThat(AUTHORIZATION).isNotEqualTo(Authorization.basic("ann@example.com", Secret.of("other")));
    }

    @Test
    void equals_otherAccount_isNot() {
        assertThat(AUTHORIZATION).isNotEqualTo(Authorization.basic("bob@example.com", Secret.of(KEY)));
    }

    static Stream<Arguments> echoes() {
        byte[] bytes = KEY.getBytes(UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        String url = URLEncoder.encode(KEY, UTF_8);
        return Stream.of(
                argumentSet("raw", KEY),
                argumentSet("header", AUTHORIZATION.headerValue().substring("Basic ".length())),
                argumentSet("Base64", Base64.getEncoder().encodeToString(bytes)),
                argumentSet(
                        "Base64 without padding",
                        Base64.getEncoder().withoutPadding().encodeToString(bytes)),
                argumentSet("URL-safe Base64", Base64.getUrlEncoder().encodeToString(bytes)),
                argumentSet("URL-encoded as a form", url),
                argumentSet(
                        "URL-encoded as a form, lower case",
                        url.replace("%2B", "%2b")
                                .replace("%2F", "%2f")
                                .replace("%3D", "%3d")
                                .replace("%C3%BC", "%c3%bc")
                                .replace("%3F", "%3f")
                                .replace("%3E", "%3e")
                                .replace("%7E", "%7e")),
                argumentSet("URL-encoded as a path", "ATATT3x%2Bcan%2Fary%3D%20%2A~%C3%BC%3F%3E0A1B"),
                argumentSet("URL-encoded as a component", "ATATT3x%2Bcan%2Fary%3D%20*~%C3%BC%3F%3E0A1B"),
                argumentSet("URL-encoded as a mixture", "ATATT3x%2bcan/ary=%20*%7E%c3%bc?%3E0A1%42"),
                argumentSet("hexadecimal", hex),
                argumentSet("hexadecimal, upper case", hex.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void redact_keyInsideLongerText_isMasked(String form) {
        assertThat(AUTHORIZATION.redact("before" + form + "after " + form)).isEqualTo("before•••after •••");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz", "other@example.com:", "{\"token\":\""})
    void redact_keyInsideLongerBase64_isMasked(String before) {
        String form = Base64.getEncoder().encodeToString((before + KEY + "\"} and more").getBytes(UTF_8));
        String clean = AUTHORIZATION.redact("echo " + form);
        String left = clean.replace("echo ", "").replace("•••", "");
        assertThat(clean).contains("•••");
        assertThat(left).hasSizeLessThan(form.length() - KEY.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing to hide", "QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "ann@example.com", "ATATT3x"})
    void redact_textWithoutTheKey_staysAsItIs(String text) {
        assertThat(AUTHORIZATION.redact(text)).isEqualTo(text);
    }

    @Test
    void authorization_serialised_isRefused() throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(AUTHORIZATION)).isInstanceOf(NotSerializableException.class);
        }
    }
}
