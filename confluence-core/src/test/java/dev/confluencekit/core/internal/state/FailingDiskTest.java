package dev.confluencekit.core.internal.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.confluencekit.core.testing.ManualTime;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replacement in which a step fails, each step in turn. */
class FailingDiskTest {
    private static final byte[] OLD = "the old content".getBytes(UTF_8);
    private static final byte[] NEW = "the new content".getBytes(UTF_8);

    @TempDir
    private Path directory;

    private FailingDisk disk = new FailingDisk(Path.of("").getFileSystem());
    private StateFile state = StateFile.at(Path.of(""));
    private final ManualTime time = new ManualTime();

    @BeforeEach
    void oldContent() throws IOException {
        assumeTrue(OwnerOnly.isPosix(directory), "needs a file system with POSIX permissions");
        disk = new FailingDisk(directory.getFileSystem());
        state = StateFile.at(disk.wrap(directory).resolve("state"), time);
        state.replace(OLD);
        disk.failNever();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private byte[] content() throws IOException {
        return Files.readAllBytes(directory.resolve("state"));
    }

    @Test
    void replace_takesItsStepsInTheOrderThatSurvivesAPowerCut() throws IOException {
        state.replace(NEW);
        assertThat(disk.steps())
                .containsExactly(
                        "open directory",
                        "open temporary",
                        "write temporary",
                        "force temporary",
                        "read temporary",
                        "move",
                        "force directory");
    }

    @Test
    void replace_anyStepBeforeTheMoveFails_keepsTheOldContentAndLeavesNothing() throws IOException {
        for (int step = 0; step <= 5; step++) {
            disk.failAt(step);
            assertThatThrownBy(() -> state.replace(NEW))
                    .as("step %s", step)
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining("No space left on device")
                    .hasNoSuppressedExceptions();
            assertThat(content()).as("step %s", step).isEqualTo(OLD);
            assertThat(names()).as("step %s", step).containsExactly("state");
        }
    }

    @Test
    void replace_theDirectoryCannotBeForced_failsThoughTheNewContentStands() throws IOException {
        disk.failAt(6);
        assertThatThrownBy(() -> state.replace(NEW)).isInstanceOf(FileSystemException.class);
        assertThat(content()).isEqualTo(NEW);
        assertThat(names()).containsExactly("state");
    }

    @Test
    void replace_spaceIsBack_worksAgain() throws IOException {
        disk.failAt(2);
        assertThatThrownBy(() -> state.replace(NEW)).isInstanceOf(FileSystemException.class);
        disk.failNever();
        state.replace(NEW);
        assertThat(content()).isEqualTo(NEW);
    }

    @Test
    void delete_file_forcesTheDirectory() throws IOException {
        state.delete();
        assertThat(disk.steps()).containsExactly("open directory", "force directory");
        assertThat(names()).isEmpty();
    }

    @Test
    void replace_onWindowsWhileSomebodyHasItOpen_renamesAgain() throws IOException {
        disk.beLikeWindows(3);
        state.replace(NEW);
        assertThat(content()).isEqualTo(NEW);
        assertThat(time.waits()).hasSize(3);
        assertThat(disk.steps()).doesNotContain("open directory", "force directory");
    }

    @Test
    void replace_onWindowsWhileSomebodyKeepsItOpen_failsAfterAWhileWithTheOldContent() throws IOException {
        disk.beLikeWindows(1_000);
        assertThatThrownBy(() -> state.replace(NEW)).isInstanceOf(AccessDeniedException.class);
        assertThat(content()).isEqualTo(OLD);
        assertThat(names()).containsExactly("state");
        assertThat(time.waits()).hasSizeLessThan(100);
    }
}
