package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulator answers whatever the typed clients can ask. */
class SimulatedOperationsTest {

    private final ConfluenceSimulator simulator =
            ConfluenceSimulator.builder().account(Site.EMAIL, Site.KEY).inProcess();

    private record Operation(String method, String path) {}

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void everyTypedOperation_isSimulated() {
        assertThat(typed()).hasSizeGreaterThan(200).allMatch(this::isSimulated);
    }

    @Test
    void operationThatNoRouteAnswers_isFound() {
        assertThat(isSimulated(new Operation("GET", "/wiki/api/v2/app/properties")))
                .isFalse();
    }

    /** The operations that a method of the library calls, by the table that is beside the clients. */
    private static List<Operation> typed() {
        try (Stream<String> lines = Files.lines(Path.of("../confluence-content/operations.tsv"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells[4].contains("."))
                    .map(cells -> new Operation(cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A method that no operation has is answered with those that the path has, unless all methods of it are withdrawn. */
    private boolean isSimulated(Operation operation) {
        SimulatedResponse answer = ask("PATCH", operation.path());
        if (answer.status() == 410) {
            return ask(operation.method(), operation.path()).status() != 410;
        }
        return List.of(answer.header("Allow").orElse("").split(", ")).contains(operation.method());
    }

    private SimulatedResponse ask(String method, String path) {
        String target = path.replaceAll("\\{[^}]+}", "1");
        try {
            return simulator.exchange(SimulatedRequest.of(method, target)
                    .withBasicAuth(Site.EMAIL, Site.KEY)
                    .withHeader("X-Atlassian-Token", "no-check"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
