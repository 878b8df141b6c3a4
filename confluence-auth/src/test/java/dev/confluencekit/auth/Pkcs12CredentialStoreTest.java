package dev.confluencekit.auth;

import static dev.confluencekit.auth.Sealed.ID;
import static dev.confluencekit.auth.Sealed.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.auth.contract.CredentialStoreContract;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pkcs12CredentialStoreTest extends CredentialStoreContract {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("credentials.p12");
    }

    private Pkcs12CredentialStore open() {
        return CredentialStore.pkcs12(file(), PASSWORD);
    }

    @Override
    protected CredentialStore newStore() {
        return open();
    }

    private KeyStore keyStore() throws Exception {
        KeyStore keyStore = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file())) {
            keyStore.load(in, PASSWORD);
        }
        return keyStore;
    }

    private void save(KeyStore keyStore) throws Exception {
        try (OutputStream out = Files.newOutputStream(file())) {
            keyStore.store(out, PASSWORD);
        }
    }

    @Test
    void open_again_findsWhatWasPut() {
        open().put(ID, credential("a"), CredentialStore.NONE);
        open().put(ID, credential("b"), 1);
        assertThat(open().find(ID)).contains(new StoredCredential(credential("b"), 2));
    }

    @Test
    void open_again_doesNotGiveVersionsOfRemovedEntriesAgain() {
        open().put(ID, credential("a"), CredentialStore.NONE);
        open().remove(ID);
        open().put(ID, credential("b"), CredentialStore.NONE);
        assertThat(open().find(ID)).map(StoredCredential::version).contains(2L);
    }

    @Test
    void open_again_idsThatDifferInCaseOnly_areTwoEntries() {
        open().put(ID, credential("a"), CredentialStore.NONE);
        open().put(CredentialId.of("KB-BOT"), credential("b"), CredentialStore.NONE);
        assertThat(open().find(ID)).map(StoredCredential::credential).contains(credential("a"));
        assertThat(open().find(CredentialId.of("KB-BOT")))
                .map(StoredCredential::credential)
                .contains(credential("b"));
    }

    @Test
    void file_isOpenedByKeytool() throws Exception {
        open().put(ID, credential("a"), CredentialStore.NONE);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-Duser.language=en",
                        "-list",
                        "-keystore",
                        file().toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("PKCS12", "confluencekit-6b622d626f74", "SecretKeyEntry");
        assertThat(keytool.exitValue()).isZero();
    }

    @Test
    void file_isForItsOwnerAlone() throws IOException {
        open().put(ID, credential("a"), CredentialStore.NONE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void put_beside_aForeignEntry_leavesIt() throws Exception {
        KeyStore foreign = KeyStore.getInstance("PKCS12");
        foreign.load(null, PASSWORD);
        KeyStore.SecretKeyEntry entry = new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[] {1, 2, 3}, "AES"));
        foreign.setEntry("theirs", entry, new KeyStore.PasswordProtection(PASSWORD));
        save(foreign);
        CredentialStore store = open();
        assertThat(store.find(ID)).isEmpty();
        store.put(ID, credential("a"), CredentialStore.NONE);
        store.put(ID, credential("b"), 1);
        assertThat(keyStore().getKey("theirs", PASSWORD).getEncoded()).containsExactly(1, 2, 3);
        assertThat(Collections.list(keyStore().aliases()))
                .containsExactlyInAnyOrder("theirs", "confluencekit-6b622d626f74", "confluencekit-versions");
    }

    @Test
    void find_entryDeletedByKeytool_isEmpty() throws Exception {
        CredentialStore store = open();
        store.put(ID, credential("a"), CredentialStore.NONE);
        KeyStore keyStore = keyStore();
        keyStore.deleteEntry("confluencekit-6b622d626f74");
        save(keyStore);
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void open_anotherPassword_isRefused() {
        open().put(ID, credential("a"), CredentialStore.NONE);
        assertThatThrownBy(() -> CredentialStore.pkcs12(file(), "another password".toCharArray()))
                .isInstanceOf(CredentialException.class)
                .hasMessageContainingAll(file().toString(), "password is another one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "JCEKS"})
    void open_keyStoreOfAnotherType_isRefusedSayingHowToConvert(String type) throws Exception {
        KeyStore other = KeyStore.getInstance(type);
        other.load(null, PASSWORD);
        save(other);
        assertThatThrownBy(this::open)
                .isInstanceOf(CredentialException.class)
                .hasMessageContainingAll("is no PKCS#12 key store", "-importkeystore");
    }

    @Test
    @Timeout(60)
    void open_cutOff_isRefused() throws IOException {
        open().put(ID, credential("a"), CredentialStore.NONE);
        byte[] content = Files.readAllBytes(file());
        for (int length = 0; length < content.length; length += 1 + length / 8) {
            Files.write(file(), Arrays.copyOf(content, length));
            assertThatThrownBy(this::open).as("length %s", length).isInstanceOf(CredentialException.class);
        }
    }

    @Test
    @Timeout(60)
    void open_damagedAnywhere_isRefusedOrHoldsTheRightKey() throws IOException {
        open().put(ID, credential("a"), CredentialStore.NONE);
        byte[] content = Files.readAllBytes(file());
        int refused = 0;
        for (int i = 0; i < content.length; i += 7) {
            byte[] damaged = content.clone();
            damaged[i] ^= 0x04;
            Files.write(file(), damaged);
            try (Pkcs12CredentialStore store = open()) {
                assertThat(store.find(ID)).map(StoredCredential::credential).contains(credential("a"));
            } catch (CredentialException e) {
                assertThat(e).hasMessageContaining(file().toString());
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(content.length / 7 / 2);
    }

    @Test
    void open_largerThanAMebibyte_isRefused() throws IOException {
        Files.write(file(), new byte[(1 << 20) + 1]);
        assertThatThrownBy(this::open)
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("larger than 1 MiB");
    }

    @Test
    void open_shortPassword_isRefused() {
        assertThatThrownBy(() -> CredentialStore.pkcs12(file(), "elevenchars".toCharArray()))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("at least 12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"correct h\u00f6rse battery", "correct horse\nbattery", "correct horse \u7535\u6c60 battery"})
    void open_passwordBeyondAscii_isRefusedAndNotQuoted(String password) {
        assertThatThrownBy(() -> CredentialStore.pkcs12(file(), password.toCharArray()))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("ASCII")
                .hasMessageNotContaining("battery");
    }

    @Test
    void find_putBackToAnOlderState_isRefused() throws IOException {
        CredentialStore store = open();
        store.put(ID, credential("a"), CredentialStore.NONE);
        byte[] old = Files.readAllBytes(file());
        store.put(ID, credential("b"), 1);
        Files.write(file(), old);
        assertThatThrownBy(() -> store.find(ID))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("put back to an older state");
    }

    @Test
    void close_thenUse_isRefused() {
        Pkcs12CredentialStore store = open();
        store.put(ID, credential("a"), CredentialStore.NONE);
        store.close();
        store.close();
        assertThatThrownBy(() -> store.find(ID))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("has been closed");
    }

    @Test
    void toString_namesTheFileAndNothingElse() {
        assertThat(open()).hasToString("PKCS#12 credential file " + file());
    }
}
