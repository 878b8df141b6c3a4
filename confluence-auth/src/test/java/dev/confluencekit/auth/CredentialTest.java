package dev.confluencekit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.secret.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {
    private static final Secret KEY = Secret.of("ATATT3xCredentialKey");
    private static final Instant DAY = Instant.parse("2027-03-01T00:00:00Z");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a:b", "a\nb", "a\u0000b", "a\uD800b"})
    void of_usernameThatCannotBeUsed_isRefused(String username) {
        assertThatThrownBy(() -> Credential.of(username, KEY))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("username"));
    }

    @Test
    void of_usernameWithSpaceAround_isStripped() {
        assertThat(Credential.of(" kb-bot@acme.example ", KEY).username()).isEqualTo("kb-bot@acme.example");
    }

    @Test
    void of_nothingSaidOfItsLife_nothingIsKnown() {
        Credential credential = Credential.of("kb-bot@acme.example", KEY);
        assertThat(credential.issuedAt()).isEmpty();
        assertThat(credential.expiresAt()).isEmpty();
    }

    @Test
    void issuedAndExpires_areKeptSideBySide() {
        Credential credential =
                Credential.of("kb-bot@acme.example", KEY).expires(DAY).issued(Instant.EPOCH);
        assertThat(credential.issuedAt()).contains(Instant.EPOCH);
        assertThat(credential.expiresAt()).contains(DAY);
    }

    @Test
    void expires_leavesTheFirstAsItWas() {
        Credential credential = Credential.of("kb-bot@acme.example", KEY);
        credential.expires(DAY);
        assertThat(credential.expiresAt()).isEmpty();
    }

    @Test
    void toString_namesAccountAndExpiryAndMasksTheKey() {
        assertThat(Credential.of("kb-bot@acme.example", KEY).expires(DAY))
                .hasToString("Credential[kb-bot@acme.example, •••, expires 2027-03-01T00:00:00Z]");
    }

    @Test
    void equals_anotherKey_differs() {
        assertThat(Credential.of("a@acme.example", KEY)).isNotEqualTo(Credential.of("a@acme.example", Secret.of("x")));
    }

    @Test
    void hashCode_anotherKey_tellsNothing() {
        assertThat(Credential.of("a@acme.example", KEY))
                .hasSameHashCodeAs(Credential.of("a@acme.example", Secret.of("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "ä", "a\n", "../x", "a:b"})
    void id_thatCannotNameAFile_isRefused(String id) {
        assertThatThrownBy(() -> CredentialId.of(id))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("credentialId"));
    }

    @Test
    void id_longest_isTaken() {
        assertThat(CredentialId.of("a".repeat(128)).value()).hasSize(128);
    }

    @Test
    void id_longer_isRefused() {
        assertThatThrownBy(() -> CredentialId.of("a".repeat(129))).isInstanceOf(InvalidArgumentException.class);
    }
}
