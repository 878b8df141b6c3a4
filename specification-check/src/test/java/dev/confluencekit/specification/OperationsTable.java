package dev.confluencekit.specification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code operations.tsv} of confluence-content: which method calls each operation of the interface, or why none does.
 *
 * @param rows its lines, without comments and head
 */
record OperationsTable(List<Row> rows) {

    /** Why an operation may have no method; what each means is said at the head of the table. */
    static final Set<String> REASONS = Set.of("app only", "admin", "experimental", "deprecated", "superseded", "later");

    private static final String HEAD = "family\toperation\tmethod\tpath\thow";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]+}");

    /** A line. */
    record Row(String family, String operation, String method, String path, String how) {

        /** Tells whether a method of ours calls it. */
        boolean isTyped() {
            return !REASONS.contains(how);
        }

        /** What tells it from others. */
        String name() {
            return family + " " + operation + " " + method + " " + path;
        }

        private boolean fits(Exchange exchange) {
            String pattern = PLACEHOLDER
                    .splitAsStream(path + " ")
                    .map(Pattern::quote)
                    .reduce((before, after) -> before + "[^/]+" + after)
                    .orElse("");
            return method.equals(exchange.method()) && (exchange.path() + " ").matches(pattern);
        }

        private long parameters() {
            return PLACEHOLDER.matcher(path).results().count();
        }
    }

    static OperationsTable read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            List<String> all = lines.filter(line -> !line.startsWith("#")).toList();
            if (!HEAD.equals(all.get(0))) {
                throw new IllegalArgumentException(file + " begins with " + all.get(0));
            }
            return new OperationsTable(
                    all.stream().skip(1).map(OperationsTable::row).toList());
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 5 || Stream.of(cells).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("operations.tsv has a line of another form: " + line);
        }
        return new Row(cells[0], cells[1], cells[2], cells[3], cells[4]);
    }

    /** The typed operations that none of the exchanges called with success. */
    List<Row> uncalled(Collection<Exchange> exchanges) {
        Set<Row> called = new HashSet<>();
        for (Exchange exchange : exchanges) {
            if (exchange.requestIsOurs() && exchange.status() < 400) {
                rowOf(exchange).ifPresent(called::add);
            }
        }
        return rows.stream()
                .filter(row -> row.isTyped() && !called.contains(row))
                .toList();
    }

    /** A path without parameters goes before one with, as OpenAPI has it. */
    private Optional<Row> rowOf(Exchange exchange) {
        return rows.stream().filter(row -> row.fits(exchange)).min(Comparator.comparingLong(Row::parameters));
    }
}
