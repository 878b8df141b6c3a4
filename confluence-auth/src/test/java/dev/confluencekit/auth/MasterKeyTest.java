package dev.confluencekit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
    private static final byte[] SALT = new byte[16];
    private static final KeyDerivation ECHO =
            (password, salt, iterations) -> new String(password).getBytes(StandardCharsets.UTF_8);

    private static byte[] derived(MasterKey key) throws Exception {
        return key.derive(ECHO, SALT, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 31, 33, 64})
    void ofBytes_anotherLength_isRefused(int length) {
        assertThatThrownBy(() -> MasterKey.ofBytes(new byte[length]))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("masterKey")
                .hasMessageContaining("32 bytes");
    }

    @Test
    void ofBytes_wipedBefore_isRefused() {
        assertThatThrownBy(() -> MasterKey.ofBytes(new byte[32]))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("wiped");
    }

    @Test
    void ofBytes_wipedAfterwards_keepsItsCopy() throws Exception {
        byte[] key = new byte[32];
        key[3] = 7;
        MasterKey master = MasterKey.ofBytes(key);
        byte[] before = key.clone();
        Arrays.fill(key, (byte) 0);
        assertThat(derived(master)).isEqualTo(before);
    }

    @Test
    void ofBase64_whiteSpaceAround_isIgnored() throws Exception {
        assertThat(derived(MasterKey.ofBase64(" " + Sealed.base64(1) + "\n"))).isEqualTo(derived(Sealed.key(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SECRET#VALUE", "U0VDUkVU", "SECRETVALUE=="})
    void ofBase64_unusable_isRefusedAndNotQuoted(String key) {
        assertThatThrownBy(() -> MasterKey.ofBase64(key))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("masterKey")
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }

    @Test
    void ofPassword_empty_isRefused() {
        assertThatThrownBy(() -> MasterKey.ofPassword(new char[0]))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("password: is empty");
    }

    @Test
    void ofPassword_tooLong_isRefused() {
        char[] longest = new char[1024];
        Arrays.fill(longest, 'x');
        MasterKey.ofPassword(longest).close();
        assertThatThrownBy(() -> MasterKey.ofPassword(Arrays.copyOf(longest, 1025)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("1024");
    }

    @Test
    void ofPassword_halfASurrogatePair_isRefused() {
        assertThatThrownBy(() -> MasterKey.ofPassword("pass\ud83d".toCharArray()))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("surrogate");
    }

    @Test
    void ofPassword_composedAndDecomposed_areTheSame() throws Exception {
        assertThat(derived(MasterKey.ofPassword("cafe\u0301".toCharArray())))
                .isEqualTo(derived(MasterKey.ofPassword("caf\u00e9".toCharArray())));
    }

    @Test
    void ofPassword_wipedAfterwards_keepsItsCopy() throws Exception {
        char[] password = "password".toCharArray();
        MasterKey master = MasterKey.ofPassword(password);
        Arrays.fill(password, '\0');
        assertThat(derived(master)).asString().isEqualTo("password");
    }

    @Test
    void close_thenOpen_isRefused(@TempDir Path directory) {
        MasterKey key = Sealed.key(1);
        key.close();
        key.close();
        assertThatThrownBy(() -> CredentialStore.encryptedFile(directory.resolve("credentials"), key))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("has been closed");
    }

    @Test
    void toString_isAMask() {
        assertThat(MasterKey.ofPassword("password".toCharArray())).hasToString("MasterKey[•••]");
        assertThat(Sealed.key(1)).hasToString("MasterKey[•••]");
    }
}
