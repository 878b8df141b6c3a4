package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.registry.contract.IntegrationStoreContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryIntegrationStoreTest {
    private static final IntegrationId ID = IntegrationId.of("11111111-aaaa");

    @TempDir
    private Path base;

    private Path directory() {
        return base.resolve("integrations");
    }

    private IntegrationStore filled() {
        IntegrationStore store = IntegrationStore.directory(directory());
        store.put(ID, "site/account", "{\"name\":\"Support KB\"}", IntegrationStore.NONE);
        return store;
    }

    private Path file() {
        return directory().resolve(ID + ".json");
    }

    /** As every store. */
    @Nested
    class Contract extends IntegrationStoreContract {
        @TempDir
        private Path parent;

        @Override
        protected IntegrationStore newStore() {
            return IntegrationStore.directory(parent.resolve("integrations"));
        }
    }

    @Test
    void list_directoryThatIsNotThere_isEmptyAndMakesNone() {
        assertThat(IntegrationStore.directory(directory()).list()).isEmpty();
        assertThat(directory()).doesNotExist();
    }

    @Test
    void put_secondStoreOnTheSameDirectory_seesIt() {
        filled();
        assertThat(IntegrationStore.directory(directory()).find(ID))
                .map(StoredIntegration::document)
                .contains("{\"name\":\"Support KB\"}");
    }

    @Test
    void put_files_areTheOwnersOnly() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        filled();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory())) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void read_everyBitTurned_isFailureOrTheSame() throws IOException {
        IntegrationStore store = filled();
        List<StoredIntegration> before = store.list();
        byte[] whole = Files.readAllBytes(file());
        int failures = 0;
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] turned = whole.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(), turned);
            try {
                // A turned bit in the name of the identity's member takes the identity away, and so fails the sum.
                assertThat(store.list()).as("bit %d", bit).isEqualTo(before);
            } catch (StoreException e) {
                failures++;
            }
        }
        assertThat(failures).isGreaterThan(whole.length * 7);
    }

    @Test
    void read_everyTruncation_isFailure() throws IOException {
        IntegrationStore store = filled();
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(store::list).as("%d bytes", length).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void read_damagedFile_namesItAndTheDirectory() throws IOException {
        IntegrationStore store = filled();
        Files.writeString(file(), "{");
        assertThatThrownBy(store::list)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.forPeople().code()).isEqualTo(MessageCode.STORE_FAILED))
                .hasMessageContaining(directory().toString())
                .hasMessageContaining(ID + ".json");
    }

    @Test
    void read_fileOfANewerFormat_isFailureThatSaysSo() throws IOException {
        IntegrationStore store = filled();
        Files.writeString(
                file(), Files.readString(file(), StandardCharsets.UTF_8).replace("\"format\":1", "\"format\":2"));
        assertThatThrownBy(() -> store.find(ID)).hasMessageContaining("newer version");
    }

    @Test
    void read_hugeFile_isFailure() throws IOException {
        IntegrationStore store = filled();
        Files.write(file(), new byte[2 * 1024 * 1024]);
        assertThatThrownBy(store::list).isInstanceOf(StoreException.class);
    }

    @Test
    void put_directoryThatIsAFile_isFailure() throws IOException {
        Files.writeString(directory(), "in the way");
        assertThatThrownBy(this::filled).isInstanceOf(StoreException.class);
    }

    @Test
    void put_leftoverOfAKilledProcess_isSweptAway() throws IOException {
        IntegrationStore store = filled();
        Path leftover = directory().resolve("." + ID + ".json." + java.util.UUID.randomUUID() + ".tmp");
        Files.writeString(leftover, "half");
        assertThat(store.list()).hasSize(1);
        store.put(ID, null, "{}", 1);
        assertThat(leftover).doesNotExist();
    }

    @Test
    void list_otherFilesInTheDirectory_areLeftAlone() throws IOException {
        IntegrationStore store = filled();
        Files.writeString(directory().resolve("credentials"), "of another store");
        assertThat(store.list()).hasSize(1);
    }
}
