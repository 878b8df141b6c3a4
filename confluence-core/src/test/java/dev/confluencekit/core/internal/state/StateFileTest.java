package dev.confluencekit.core.internal.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class StateFileTest {
    private static final int MOST = 1024;
    private static final byte[] OLD = "old".getBytes(UTF_8);
    private static final byte[] NEW = "new content".getBytes(UTF_8);

    @TempDir
    private Path directory;

    private Path file;
    private StateFile state;

    @BeforeEach
    void place() {
        file = directory.resolve("state");
        state = StateFile.at(file);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void read_noFile_isEmpty() throws IOException {
        assertThat(state.read(MOST)).isEmpty();
    }

    @Test
    void read_noDirectory_isEmpty() throws IOException {
        assertThat(StateFile.at(directory.resolve("none").resolve("state")).read(MOST))
                .isEmpty();
    }

    @Test
    void replace_noFile_createsIt() throws IOException {
        state.replace(NEW);
        assertThat(state.read(MOST)).hasValue(NEW);
    }

    @Test
    void replace_file_holdsTheNewContentAndNothingLiesBeside() throws IOException {
        state.replace(OLD);
        state.replace(NEW);
        assertThat(state.read(MOST)).hasValue(NEW);
        assertThat(names()).containsExactly("state");
    }

    @Test
    void replace_emptyContent_isAFileThatIsEmpty() throws IOException {
        state.replace(new byte[0]);
        assertThat(state.read(MOST)).hasValue(new byte[0]);
    }

    @Test
    void replace_file_isForItsOwnerAlone() throws IOException {
        assumeTrue(OwnerOnly.isPosix(file), "needs POSIX permissions");
        state.replace(NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void replace_fileThatOthersCouldRead_isForItsOwnerAlone() throws IOException {
        assumeTrue(OwnerOnly.isPosix(file), "needs POSIX permissions");
        Files.write(file, OLD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        state.replace(NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void replace_noDirectory_failsAndCreatesNone() {
        StateFile nowhere = StateFile.at(directory.resolve("none").resolve("state"));
        assertThatThrownBy(() -> nowhere.replace(NEW)).isInstanceOf(NoSuchFileException.class);
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void replace_interrupted_keepsTheOldContent() throws IOException {
        state.replace(OLD);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> state.replace(NEW)).isInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(state.read(MOST)).hasValue(OLD);
        assertThat(names()).containsExactly("state");
    }

    @Test
    void read_interrupted_readsAllTheSame() throws IOException {
        state.replace(OLD);
        Thread.currentThread().interrupt();
        assertThat(state.read(MOST)).hasValue(OLD);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void read_asLargeAsMayBe_isRead() throws IOException {
        state.replace(new byte[MOST]);
        assertThat(state.read(MOST)).hasValue(new byte[MOST]);
    }

    @Test
    void read_larger_failsNamingTheFile() throws IOException {
        state.replace(new byte[MOST + 1]);
        assertThatThrownBy(() -> state.read(MOST))
                .isInstanceOf(StateTooLargeException.class)
                .hasMessageContaining("state")
                .hasMessageContaining("1024 bytes");
    }

    @Test
    void replace_link_replacesItsTargetAndKeepsTheLink() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path target = Files.write(elsewhere.resolve("real"), OLD);
        Files.createSymbolicLink(file, target);
        state.replace(NEW);
        assertThat(file).isSymbolicLink();
        assertThat(target).hasBinaryContent(NEW);
        assertThat(state.read(MOST)).hasValue(NEW);
    }

    @Test
    void replace_linkToNothing_createsItsTarget() throws IOException {
        Files.createSymbolicLink(file, Path.of("real"));
        state.replace(NEW);
        assertThat(file).isSymbolicLink();
        assertThat(directory.resolve("real")).hasBinaryContent(NEW);
    }

    @Test
    void delete_file_isGone() throws IOException {
        state.replace(OLD);
        state.delete();
        assertThat(names()).isEmpty();
    }

    @Test
    void delete_noFile_isNoError() throws IOException {
        state.delete();
        StateFile.at(directory.resolve("none").resolve("state")).delete();
        assertThat(names()).isEmpty();
    }

    @Test
    void sweep_leftovers_areRemovedAndOthersStay() throws IOException {
        state.replace(OLD);
        Files.createFile(directory.resolve(".state.6f1b4f0e-5b3f-4bb1-9c87-2a1d63a9b7c1.tmp"));
        Files.createFile(directory.resolve(".state2.6f1b4f0e-5b3f-4bb1-9c87-2a1d63a9b7c1.tmp"));
        Files.createFile(directory.resolve(".state.backup.tmp"));
        assertThat(state.sweep()).isOne();
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "state", ".state.backup.tmp", ".state2.6f1b4f0e-5b3f-4bb1-9c87-2a1d63a9b7c1.tmp");
    }

    @Test
    void stamp_replaced_differs() throws IOException {
        state.replace(OLD);
        StateFile.Stamp before = state.stamp().orElseThrow();
        assertThat(state.stamp()).hasValue(before);
        state.replace("odd".getBytes(UTF_8));
        assertThat(state.stamp()).isPresent().isNotEqualTo(java.util.Optional.of(before));
    }

    @Test
    void stamp_noFile_isEmpty() throws IOException {
        assertThat(state.stamp()).isEmpty();
    }

    @Test
    void toString_isThePath() {
        assertThat(state).hasToString(file.toString());
    }

    @Test
    void createDirectory_withParents_areForTheirOwnerAlone() throws IOException {
        assumeTrue(OwnerOnly.isPosix(file), "needs POSIX permissions");
        Path inner = directory.resolve("outer").resolve("inner");
        assertThat(StateDirectory.create(inner)).isEqualTo(inner);
        for (Path made : List.of(inner, inner.getParent())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void createDirectory_thereAlready_isAcceptedAsItIs() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        assertThat(StateDirectory.create(directory)).isEqualTo(directory);
        assertThat(StateDirectory.create(link)).isEqualTo(link);
    }

    @Test
    void createDirectory_aFileThere_fails() throws IOException {
        state.replace(OLD);
        assertThatThrownBy(() -> StateDirectory.create(file)).isInstanceOf(FileAlreadyExistsException.class);
    }
}
