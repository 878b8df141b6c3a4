package dev.confluencekit.recorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Appends exchanges to a file, one line each; what is equal to an earlier one is written once.
 *
 * <p>The first line says which build it was: {@code {"build":"…"}}. A recording is begun anew by each JVM
 * that the build names a directory for; other JVMs, such as a test's child, record nothing.
 */
public final class ExchangeRecorder {

    private static final ExchangeRecorder OF_THIS_JVM = named(System.getProperty("confluencekit.exchanges"));

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> written = new HashSet<>();
    private final @Nullable Path file;
    private final String build;
    private boolean begun;

    ExchangeRecorder(@Nullable Path file, String build) {
        this.file = file;
        this.build = build;
    }

    private static ExchangeRecorder named(@Nullable String directory) {
        return new ExchangeRecorder(
                directory == null ? null : Path.of(directory, "exchanges.jsonl"),
                System.getProperty("confluencekit.build", "unknown"));
    }

    /**
     * Gives the recorder of this JVM's tests.
     *
     * @return the one that writes to the directory named by {@code confluencekit.exchanges}
     */
    public static ExchangeRecorder ofThisJvm() {
        return OF_THIS_JVM;
    }

    /**
     * Writes an exchange down, before its answer is given.
     *
     * @param exchange what was asked and answered
     */
    public void record(RecordedExchange exchange) {
        if (file == null) {
            return;
        }
        String line = exchange.line();
        lock.lock();
        try {
            if (!begun) {
                begin(file);
            }
            if (written.add(line)) {
                append(file, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The exchange could not be recorded in " + file, e);
        } finally {
            lock.unlock();
        }
    }

    private void begin(Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.deleteIfExists(to);
        append(
                to,
                RecordedExchange.text(new StringBuilder("{\"build\":"), build)
                        .append('}')
                        .toString());
        begun = true;
    }

    private static void append(Path to, String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        Files.write(to, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
