package dev.confluencekit.auth;

import static dev.confluencekit.auth.Sealed.ID;
import static dev.confluencekit.auth.Sealed.PASSWORD;
import static dev.confluencekit.auth.Sealed.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.auth.contract.CredentialStoreContract;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedFileCredentialStoreTest {
    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("credentials");
    }

    private EncryptedFileCredentialStore open() {
        return CredentialStore.encryptedFile(file(), Sealed.key(1));
    }

    @Nested
    class UnderASuppliedKey extends CredentialStoreContract {
        @Override
        protected CredentialStore newStore() {
            return open();
        }
    }

    @Nested
    class UnderAPassword extends CredentialStoreContract {
        @Override
        protected CredentialStore newStore() {
            return Sealed.withPassword(file(), new AtomicInteger());
        }
    }

    private void settle() throws IOException {
        Files.setLastModifiedTime(file(), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void open_noFile_createsNoneYet() {
        assertThat(open().find(ID)).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void open_noDirectory_createsIt() {
        Path deep = directory.resolve("a").resolve("b").resolve("credentials");
        CredentialStore.encryptedFile(deep, Sealed.key(1)).put(ID, credential("a"), CredentialStore.NONE);
        assertThat(deep).exists();
    }

    @Test
    void open_again_findsWhatWasPut() {
        Credential full = Credential.of("jos\u00e9@acme.example", Secret.of("k".repeat(300)))
                .issued(Instant.parse("2026-01-01T00:00:00Z"))
                .expires(Instant.parse("2027-01-01T00:00:00Z"));
        open().put(ID, full, CredentialStore.NONE);
        assertThat(open().find(ID)).contains(new StoredCredential(full, 1));
    }

    @Test
    void open_again_doesNotGiveVersionsOfRemovedEntriesAgain() {
        open().put(ID, credential("a"), CredentialStore.NONE);
        open().remove(ID);
        open().put(ID, credential("b"), CredentialStore.NONE);
        assertThat(open().find(ID)).map(StoredCredential::version).contains(2L);
    }

    @Test
    void file_holdsNothingInClear() throws IOException {
        open().put(ID, credential("ATATT3xSecretKey"), CredentialStore.NONE);
        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
                .doesNotContain("kb-bot", "acme", "ATATT3x", "SecretKey");
    }

    @Test
    void file_ofKeysOfDifferentLength_isOfTheSameLength() throws IOException {
        open().put(ID, credential("k".repeat(20)), CredentialStore.NONE);
        long size = Files.size(file());
        open().put(ID, credential("k".repeat(256)), 1);
        assertThat(Files.size(file())).isEqualTo(size);
    }

    @Test
    void file_ofTheSameContentTwice_sharesNoCiphertext() throws IOException {
        open().put(ID, credential("a"), CredentialStore.NONE);
        byte[] first = Files.readAllBytes(file());
        open().put(ID, credential("a"), 1);
        byte[] second = Files.readAllBytes(file());
        int equal = 0;
        for (int i = SealedFormat.HEADER; i < first.length; i++) {
            equal += first[i] == second[i] ? 1 : 0;
        }
        assertThat(equal).isLessThan(first.length / 16);
    }

    @Test
    void open_anotherKey_isRefusedAtOnce() {
        open().put(ID, credential("a"), CredentialStore.NONE);
        assertThatThrownBy(() -> CredentialStore.encryptedFile(file(), Sealed.key(2)))
                .isInstanceOf(CredentialException.class)
                .hasMessageContainingAll(
                        file().toString(), "master key or password is another one", "Give the right one");
    }

    @Test
    void open_anotherPassword_isRefusedInTheSameWords() {
        Sealed.withPassword(file(), new AtomicInteger()).put(ID, credential("a"), CredentialStore.NONE);
        assertThatThrownBy(() -> Sealed.withPassword(file(), "another".toCharArray(), new AtomicInteger()))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("master key or password is another one");
    }

    @Test
    void open_passwordForAFileUnderASuppliedKey_saysSo() {
        open().put(ID, credential("a"), CredentialStore.NONE);
        assertThatThrownBy(() -> Sealed.withPassword(file(), new AtomicInteger()))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("made with a supplied key");
    }

    @Test
    void open_passwordInDecomposedForm_isTheSame() {
        Sealed.withPassword(file(), "caf\u00e9 au lait".toCharArray(), new AtomicInteger())
                .put(ID, credential("a"), CredentialStore.NONE);
        assertThat(Sealed.withPassword(file(), "cafe\u0301 au lait".toCharArray(), new AtomicInteger())
                        .find(ID))
                .isPresent();
    }

    @Test
    void open_fileOfTheUsualWork_opensWithThePasswordInProduction() {
        CredentialStore.encryptedFile(file(), MasterKey.ofPassword(PASSWORD))
                .put(ID, credential("a"), CredentialStore.NONE);
        assertThat(CredentialStore.encryptedFile(file(), MasterKey.ofPassword(PASSWORD))
                        .find(ID))
                .isPresent();
    }

    @Test
    void find_manyTimesAndChanges_derivesTheKeyOnce() {
        AtomicInteger runs = new AtomicInteger();
        EncryptedFileCredentialStore store = Sealed.withPassword(file(), runs);
        for (int i = 0; i < 20; i++) {
            store.put(ID, credential("a"), i);
            store.find(ID);
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void find_fileMadeAnewByAnotherWithTheSamePassword_derivesTheKeyOnceMore() throws IOException {
        AtomicInteger runs = new AtomicInteger();
        EncryptedFileCredentialStore store = Sealed.withPassword(file(), runs);
        store.put(ID, credential("a"), CredentialStore.NONE);
        Files.delete(file());
        EncryptedFileCredentialStore other = Sealed.withPassword(file(), new AtomicInteger());
        other.put(ID, credential("b"), CredentialStore.NONE);
        other.put(ID, credential("c"), 1);
        assertThat(store.find(ID)).contains(new StoredCredential(credential("c"), 2));
        assertThat(runs).hasValue(2);
    }

    @Test
    void find_settledFile_isAnsweredFromMemory() throws IOException {
        open().put(ID, credential("a"), CredentialStore.NONE);
        settle();
        CredentialStore store = open();
        FileTime before = Files.getLastModifiedTime(file());
        byte[] broken = new byte[(int) Files.size(file())];
        Files.write(file(), broken);
        Files.setLastModifiedTime(file(), before);
        assertThat(store.find(ID)).isPresent();
    }

    @Test
    void find_changedByAnotherWithinTheClocksGrain_isSeen() throws IOException {
        CredentialStore store = open();
        store.put(ID, credential("a"), CredentialStore.NONE);
        FileTime grain = Files.getLastModifiedTime(file());
        store.find(ID);
        open().put(ID, credential("b"), 1);
        byte[] changed = Files.readAllBytes(file());
        Files.delete(file());
        Files.write(file(), changed);
        Files.setLastModifiedTime(file(), grain);
        assertThat(store.find(ID)).contains(new StoredCredential(credential("b"), 2));
    }

    @Test
    void find_changedByAnother_isSeenAtOnce() throws IOException {
        CredentialStore store = open();
        store.put(ID, credential("a"), CredentialStore.NONE);
        settle();
        store.find(ID);
        open().put(ID, credential("b"), 1);
        assertThat(store.find(ID)).contains(new StoredCredential(credential("b"), 2));
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
                .hasMessageContaining("put back to an older state (change 1 after change 2)");
        assertThatThrownBy(() -> store.put(ID, credential("c"), 1)).isInstanceOf(CredentialException.class);
        assertThat(Files.readAllBytes(file())).isEqualTo(old);
    }

    @Test
    void find_anotherStateOfTheSameGeneration_isRefused() throws IOException {
        CredentialStore store = open();
        store.put(ID, credential("a"), CredentialStore.NONE);
        byte[] first = Files.readAllBytes(file());
        store.put(ID, credential("b"), 1);
        Files.write(file(), first);
        open().put(ID, credential("c"), 1);
        assertThatThrownBy(() -> store.find(ID)).isInstanceOf(CredentialException.class);
    }

    @Test
    void find_vanished_isNoEmptyStore() throws IOException {
        CredentialStore store = open();
        store.put(ID, credential("a"), CredentialStore.NONE);
        Files.delete(file());
        assertThatThrownBy(() -> store.find(ID))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("has vanished");
        assertThatThrownBy(() -> store.put(ID, credential("b"), CredentialStore.NONE))
                .isInstanceOf(CredentialException.class);
        assertThat(file()).doesNotExist();
    }

    @Test
    void find_largerThanAMebibyte_isRefusedUnread() throws IOException {
        Files.write(file(), new byte[(1 << 20) + 1]);
        assertThatThrownBy(this::open)
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("larger than 1 MiB");
    }

    @Test
    void put_moreThanAMebibyte_isRefusedAndTheRestStays() {
        CredentialStore store = open();
        store.put(ID, credential("a"), CredentialStore.NONE);
        assertThatThrownBy(() -> store.put(CredentialId.of("huge"), credential("k".repeat(1 << 20)), 0))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("would grow over 1 MiB");
        assertThat(store.find(ID)).isPresent();
    }

    @Test
    void open_emptyFile_isRefused() throws IOException {
        Files.createFile(file());
        assertThatThrownBy(this::open).isInstanceOf(CredentialException.class).hasMessageContaining("is empty");
    }

    @Test
    void open_aDirectoryInItsPlace_isRefused() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(this::open).isInstanceOf(CredentialException.class).hasMessageContaining(file().toString());
    }

    @Test
    void put_directoryGone_isRefusedAndMakesNone() throws IOException {
        Path inner = Files.createDirectory(directory.resolve("inner"));
        CredentialStore store = CredentialStore.encryptedFile(inner.resolve("credentials"), Sealed.key(1));
        Files.delete(inner);
        assertThatThrownBy(() -> store.put(ID, credential("a"), CredentialStore.NONE))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("Check that the directory is there");
        assertThat(inner).doesNotExist();
    }

    @Test
    void put_interrupted_saysSoAndChangesNothing() {
        CredentialStore store = open();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> store.put(ID, credential("a"), CredentialStore.NONE))
                .isInstanceOf(ConfluenceInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void put_afterAKilledProcess_removesWhatItLeft() throws IOException {
        Files.createFile(directory.resolve(".credentials.6f1b4f0e-5b3f-4bb1-9c87-2a1d63a9b7c1.tmp"));
        open().put(ID, credential("a"), CredentialStore.NONE);
        try (Stream<Path> found = Files.list(directory)) {
            assertThat(found.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("credentials", "credentials.lock");
        }
    }

    @Test
    void put_throughALink_changesItsTargetUnderItsLock() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        Files.createSymbolicLink(file(), real.resolve("credentials"));
        open().put(ID, credential("a"), CredentialStore.NONE);
        assertThat(file()).isSymbolicLink();
        assertThat(real.resolve("credentials.lock")).exists();
        assertThat(CredentialStore.encryptedFile(real.resolve("credentials"), Sealed.key(1))
                        .find(ID))
                .isPresent();
    }

    @Test
    void close_thenUse_isRefused() {
        EncryptedFileCredentialStore store = open();
        store.put(ID, credential("a"), CredentialStore.NONE);
        store.close();
        store.close();
        for (Runnable use : List.<Runnable>of(
                () -> store.find(ID), () -> store.put(ID, credential("b"), 1), () -> store.remove(ID))) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(CredentialException.class)
                    .hasMessageContaining("has been closed");
        }
    }

    @Test
    void close_theMastersKey_leavesTheStoreOpen() {
        MasterKey key = Sealed.key(1);
        EncryptedFileCredentialStore store = CredentialStore.encryptedFile(file(), key);
        key.close();
        store.put(ID, credential("a"), CredentialStore.NONE);
        assertThat(open().find(ID)).isPresent();
    }

    @Test
    void toString_namesTheFileAndNothingElse() {
        assertThat(open()).hasToString("encrypted credential file " + file());
    }
}
