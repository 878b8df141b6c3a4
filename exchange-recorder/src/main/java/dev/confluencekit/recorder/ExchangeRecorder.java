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

/**
 * Appends exchanges to a file, one line each; what is equal to an earlier one is written once.
 *
 * <p>The first line says which build it was: {@code {"build":"…"}}. A recording is begun anew by each JVM.
 */
public final class ExchangeRecorder {

    private static final ExchangeRecorder OF_THIS_JVM = new ExchangeRecorder(
            Path.of(System.getProperty("confluencekit.exchanges", "target/exchanges"), "exchanges.jsonl"),
            System.getProperty("confluencekit.build", "outside of a build"));

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> written = new HashSet<>();
    private final Path file;
    private final String build;
    private boolean begun;

    ExchangeRecorder(Path file, String build) {
        this.file = file;
        this.build = build;
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
        String line = exchange.line();
        lock.lock();
        try {
            if (!begun) {
                begin();
            }
            if (written.add(line)) {
                append(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The exchange could not be recorded in " + file, e);
        } finally {
            lock.unlock();
        }
    }

    private void begin() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        append(RecordedExchange.text(new StringBuilder("{\"build\":"), build)
                .append('}')
                .toString());
        begun = true;
    }

    private void append(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
