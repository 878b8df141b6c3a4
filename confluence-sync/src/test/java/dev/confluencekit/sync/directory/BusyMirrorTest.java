package dev.confluencekit.sync.directory;

import static dev.confluencekit.sync.target.contract.SampleItems.page;
import static dev.confluencekit.sync.target.contract.SampleItems.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confluencekit.sync.target.TargetBusyException;
import dev.confluencekit.sync.target.TargetSession;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time, also among processes. */
class BusyMirrorTest {
    @TempDir
    private Path directory;

    /** A program that opens the mirror, says so, and stays until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            DirectoryTarget.at(Path.of(arguments[0])).open("the nightly run");
            System.out.println("in");
            System.out.flush();
            System.in.read();
        }
    }

    @Test
    @Timeout(60)
    void mirror_heldByAnotherProcess_isBusyUntilThatIsKilled() throws Exception {
        Path root = directory.resolve("mirror");
        try (TargetSession session = StoppedMirror.open(root)) {
            session.apply(put("0", page("1", "10", 1)));
        }
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        root.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("in");
            TargetBusyException busy = catchThrowableOfType(
                    TargetBusyException.class, () -> StoppedMirror.open(root).close());
            assertThat(busy).hasMessageContaining(root.toString()).hasMessageContaining("try again when it has ended");
            assertThat(busy.holder()).isEqualTo("the nightly run");
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        try (TargetSession session = StoppedMirror.open(root)) {
            assertThat(session.checkpoint()).contains("0");
            assertThat(MirrorOnDisk.pages(session)).containsExactly("1 v1");
        }
    }
}
