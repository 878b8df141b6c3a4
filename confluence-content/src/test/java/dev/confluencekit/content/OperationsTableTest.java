package dev.confluencekit.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The methods that {@code operations.tsv} names are there. That tests call them is seen by specification-check. */
class OperationsTableTest {
    @Test
    void everyMethodThatIsNamed_isThere() throws IOException {
        Map<String, String> clients = clients();
        assertThat(OperationsTable.rows())
                .filteredOn(OperationsTable.Row::isTyped)
                .isNotEmpty()
                .allMatch(row -> declares(clients, row.how()));
    }

    /** A method counts with those of the interfaces that its client extends. */
    private static boolean declares(Map<String, String> clients, String method) {
        String client = method.substring(0, method.indexOf('.'));
        String name = method.substring(method.indexOf('.') + 1);
        String source = clients.getOrDefault(client, "");
        if (Pattern.compile("\\b" + name + "\\(").matcher(source).find()) {
            return true;
        }
        return Pattern.compile("interface " + client + " extends (\\w+)")
                .matcher(source)
                .results()
                .anyMatch(parent -> declares(clients, parent.group(1) + "." + name));
    }

    private static Map<String, String> clients() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Client.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            OperationsTableTest::withoutJavadoc));
        }
    }

    private static String withoutJavadoc(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*\\*.*?\\*/", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
