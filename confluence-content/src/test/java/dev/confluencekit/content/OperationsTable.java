package dev.confluencekit.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code operations.tsv}: each operation of the interface, and which method calls it. */
public final class OperationsTable {
    private static final List<Row> ROWS = read();

    private OperationsTable() {}

    /** A line of the table. */
    public record Row(String family, String operation, String method, String path, String how) {
        /** Whether a method of ours calls it. */
        public boolean isTyped() {
            return how.contains(".");
        }

        boolean fits(String pathTemplate) {
            return path.replaceAll("\\{[^}]+}", "{}").equals(pathTemplate.replaceAll("\\{[^}]+}", "{}"));
        }
    }

    /** All lines. */
    public static List<Row> rows() {
        return ROWS;
    }

    /** The line of a call of ours; fails for a name, a method or a path that is not the operation's, or that no method calls. */
    public static Row of(String operation, String method, String pathTemplate) {
        return ROWS.stream()
                .filter(row -> row.operation().equals(operation)
                        && row.method().equals(method)
                        && row.fits(pathTemplate)
                        && row.isTyped())
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "operations.tsv knows no typed operation " + operation + " " + method + " " + pathTemplate));
    }

    private static List<Row> read() {
        try (Stream<String> lines = Files.lines(Path.of("operations.tsv"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
