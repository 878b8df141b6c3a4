package dev.confluencekit.core.internal.state;

import dev.confluencekit.core.internal.state.SideCarLock.Held;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Another process that tries for a lock once, says how it went, and keeps it until its input ends. */
final class LockProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    private LockProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Its argument is the lock file. */
    public static void main(String[] arguments) throws Exception {
        try (Held held = SideCarLock.at(Path.of(arguments[0])).acquire(Duration.ZERO)) {
            System.out.println(held == null ? "nothing" : "held");
            while (System.in.read() >= 0) {
                System.out.println("still held");
            }
        } catch (LockBusyException e) {
            System.out.println("busy");
        }
    }

    static LockProcess trying(Path lockFile) throws IOException {
        return new LockProcess(new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LockProcess.class.getName(),
                        lockFile.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    String said() throws IOException {
        return String.valueOf(said.readLine());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
