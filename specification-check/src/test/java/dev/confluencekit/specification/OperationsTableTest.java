package dev.confluencekit.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of operations is worth something only if what it says is seen to be so. */
class OperationsTableTest {

    private static final int FEWEST_TYPED_OF_V2 = 150;

    private static final String HEAD = "# a comment\nfamily\toperation\tmethod\tpath\thow\n";
    private static final String TABLE = HEAD
            + "v2\tgetPageById\tGET\t/wiki/api/v2/pages/{id}\tPagesClient.get\n"
            + "v2\tgetSpecialPages\tGET\t/wiki/api/v2/pages/special\tPagesClient.special\n"
            + "v2\tdeletePage\tDELETE\t/wiki/api/v2/pages/{id}\tlater\n";

    private final Path project = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    private static OperationsTable ours(Path project) throws IOException {
        return OperationsTable.read(project.resolve("confluence-content/operations.tsv"));
    }

    @Test
    void every_operation_that_a_method_calls_was_called_by_a_test() throws IOException {
        Recordings recordings = Recordings.read(project, SpecificationTest.RECORDING);

        assertThat(ours(project).uncalled(recordings.exchanges()))
                .as("Operations that operations.tsv gives a method, but that no test of the build called with success")
                .isEmpty();
    }

    @Test
    void every_operation_stands_there_once() throws IOException {
        assertThat(ours(project).rows())
                .extracting(OperationsTable.Row::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("v1 ") || name.startsWith("v2 "));
    }

    @Test
    void what_is_no_method_is_a_reason_of_the_list() throws IOException {
        assertThat(ours(project).rows())
                .filteredOn(OperationsTable.Row::isTyped)
                .allMatch(row -> row.how().matches("[A-Z]\\w*Client\\.[a-z]\\w*"));
    }

    @Test
    void most_of_version_2_is_typed() throws IOException {
        assertThat(ours(project).rows())
                .filteredOn(row -> row.family().equals("v2") && row.isTyped())
                .hasSizeGreaterThanOrEqualTo(FEWEST_TYPED_OF_V2);
    }

    @Test
    void the_table_has_exactly_the_operations_of_the_specification() throws IOException {
        Path specification = SpecificationTest.SPECIFICATION;
        SpecificationTest.skipWithoutTheSpecification(specification);

        assertThat(ours(project).rows())
                .extracting(OperationsTable.Row::name)
                .containsExactlyInAnyOrderElementsOf(
                        Specification.ofConfluence(specification).names());
    }

    @Test
    void an_operation_counts_as_called_by_its_own_path_only() throws IOException {
        OperationsTable table = table(TABLE);

        assertThat(table.uncalled(List.of(exchange("GET", "/wiki/api/v2/pages/7", 200))))
                .extracting(OperationsTable.Row::operation)
                .containsExactly("getSpecialPages");
        assertThat(table.uncalled(List.of(exchange("GET", "/wiki/api/v2/pages/special", 200))))
                .extracting(OperationsTable.Row::operation)
                .containsExactly("getPageById");
    }

    @Test
    void an_operation_does_not_count_as_called_by_another_method_or_without_success() throws IOException {
        OperationsTable table = table(TABLE);

        assertThat(table.uncalled(List.of(
                        exchange("PUT", "/wiki/api/v2/pages/7", 200), exchange("GET", "/wiki/api/v2/pages/7", 404))))
                .hasSize(2);
    }

    @Test
    void a_line_of_another_form_is_refused() {
        assertThatThrownBy(() -> table(HEAD + "v2\tgetPageById\tGET\t/wiki/api/v2/pages/{id}\n"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table("family\n")).isInstanceOf(IllegalArgumentException.class);
    }

    private OperationsTable table(String text) throws IOException {
        Path file = directory.resolve("operations.tsv");
        Files.writeString(file, text);
        return OperationsTable.read(file);
    }

    private static Exchange exchange(String method, String path, int status) {
        return new Exchange("confluence-content", "TEST", method, path, "", Map.of(), "", status, Map.of(), "");
    }
}
