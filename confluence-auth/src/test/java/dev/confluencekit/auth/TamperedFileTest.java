package dev.confluencekit.auth;

import static dev.confluencekit.auth.Sealed.ID;
import static dev.confluencekit.auth.Sealed.PASSWORD;
import static dev.confluencekit.auth.Sealed.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.time.TimeSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that somebody changed is refused as a whole: never a wrong secret, never a part of one. */
@Timeout(60)
class TamperedFileTest {
    private static final String SECRET = "ATATT3xTamperedFile";
    private static final int ITERATIONS_AT = 12;

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("credentials");
    }

    private byte[] underASuppliedKey() throws IOException {
        CredentialStore store = CredentialStore.encryptedFile(file(), Sealed.key(1));
        store.put(ID, credential(SECRET), CredentialStore.NONE);
        store.put(CredentialId.of("other"), credential(SECRET), CredentialStore.NONE);
        return Files.readAllBytes(file());
    }

    private static CredentialTable read(byte[] content) throws UnusableContentException {
        return new SealedFormat(Sealed.key(1), KeyDerivation.PBKDF2, KeyDerivation.Work.USUAL).read(content);
    }

    @Test
    void read_unchanged_isRead() throws Exception {
        assertThat(read(underASuppliedKey()).entries()).hasSize(2);
    }

    @Test
    void read_anySingleBitFlipped_isRefused() throws IOException {
        byte[] content = underASuppliedKey();
        for (int bit = 0; bit < content.length * Byte.SIZE; bit++) {
            byte[] flipped = content.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> read(flipped))
                    .as("bit %s", bit)
                    .isInstanceOf(UnusableContentException.class)
                    .hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void read_cutOffAnywhere_isRefused() throws IOException {
        byte[] content = underASuppliedKey();
        for (int length = 0; length < content.length; length++) {
            byte[] cut = Arrays.copyOf(content, length);
            assertThatThrownBy(() -> read(cut)).as("length %s", length).isInstanceOf(UnusableContentException.class);
        }
    }

    @Test
    void read_withSomethingBehindIt_isRefused() throws IOException {
        byte[] content = underASuppliedKey();
        assertThatThrownBy(() -> read(Arrays.copyOf(content, content.length + 1)))
                .isInstanceOf(UnusableContentException.class);
    }

    /** Every other bit flip goes through a store and its file, too, so that it is seen what a host sees. */
    @Test
    void find_flippedUnderTheStore_isACredentialException() throws IOException {
        byte[] content = underASuppliedKey();
        CredentialStore store = CredentialStore.encryptedFile(file(), Sealed.key(1));
        for (int i = 0; i < content.length; i += 7) {
            byte[] flipped = content.clone();
            flipped[i] ^= 0x10;
            Files.write(file(), flipped);
            assertThatThrownBy(() -> store.find(ID))
                    .as("byte %s", i)
                    .isInstanceOf(CredentialException.class)
                    .hasMessageContaining(file().toString());
        }
        Files.write(file(), content);
        assertThat(store.find(ID)).map(StoredCredential::credential).contains(credential(SECRET));
    }

    @Test
    void find_headOfOneStateWithTheBodyOfAnother_isRefused() throws IOException {
        byte[] first = underASuppliedKey();
        CredentialStore.encryptedFile(file(), Sealed.key(1)).put(ID, credential("another"), 1);
        byte[] second = Files.readAllBytes(file());
        int body = SealedFormat.HEADER + 60;
        for (int seam : new int[] {SealedFormat.HEADER, body}) {
            byte[] mixed = first.clone();
            System.arraycopy(second, seam, mixed, seam, Math.min(first.length, second.length) - seam);
            assertThatThrownBy(() -> read(mixed)).isInstanceOf(UnusableContentException.class);
        }
    }

    /** The fields of a file: magic, format, suite, derivation, iterations, salt, generation, length, sealed key, content. */
    @ParameterizedTest
    @CsvSource({
        "0,8", "8,2", "10,1", "11,1", "12,4", "16,16", "32,8", "40,4", "44,12", "56,32", "88,16", "104,12", "116,400"
    })
    void find_underAPasswordFlippedInAField_isRefused(int start, int length) throws IOException {
        Sealed.withPassword(file(), new AtomicInteger()).put(ID, credential(SECRET), CredentialStore.NONE);
        byte[] content = Files.readAllBytes(file());
        int bits = Math.min(length, content.length - start) * Byte.SIZE;
        Random random = new Random(start);
        KeyDerivation quick = (password, salt, iterations) ->
                KeyDerivation.PBKDF2.derive(password, salt, 1 + Math.floorMod(iterations - 1, 1_000));
        for (int trial = 0; trial < 64; trial++) {
            int bit = bits <= 64 ? trial % bits : random.nextInt(bits);
            byte[] flipped = content.clone();
            flipped[start + bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file(), flipped);
            assertThatThrownBy(() -> EncryptedFileCredentialStore.open(
                            file(), MasterKey.ofPassword(PASSWORD), quick, Sealed.LITTLE, TimeSource.system()))
                    .as("bit %s of the field at %s", bit, start)
                    .isInstanceOf(CredentialException.class)
                    .hasMessageNotContaining(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10_000, 599_999, 10_000_001, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void open_iterationsOutOfBounds_isRefusedBeforeAnyWork(int iterations) throws IOException {
        Sealed.withPassword(file(), new AtomicInteger()).put(ID, credential(SECRET), CredentialStore.NONE);
        byte[] content = Files.readAllBytes(file());
        ByteBuffer.wrap(content).putInt(ITERATIONS_AT, iterations);
        Files.write(file(), content);
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> EncryptedFileCredentialStore.open(
                        file(),
                        MasterKey.ofPassword(PASSWORD),
                        Sealed.counting(runs),
                        KeyDerivation.Work.USUAL,
                        TimeSource.system()))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("600000 to 10000000 are allowed");
        assertThat(runs).hasValue(0);
    }

    @Test
    void open_madeWithLittleWork_isRefusedByTheProductionStore() {
        Sealed.withPassword(file(), new AtomicInteger()).put(ID, credential(SECRET), CredentialStore.NONE);
        assertThatThrownBy(() -> CredentialStore.encryptedFile(file(), MasterKey.ofPassword(PASSWORD)))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("asks for 2 iterations");
    }
}
