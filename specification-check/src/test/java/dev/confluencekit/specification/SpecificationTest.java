package dev.confluencekit.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The exchanges of all modules' tests against Atlassian's specification, which lies beside the checkout or nowhere. */
class SpecificationTest {

    static final List<String> RECORDING = List.of(
            "confluence-core", "confluence-content", "confluence-testkit", "confluence-integration", "examples");

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** Where the specification lies, if it is there. */
    static final Path SPECIFICATION = Path.of(System.getProperty(
            "confluencekit.specification",
            PROJECT.resolveSibling("shared").resolve("confluence-api").toString()));

    private final Recordings recordings;

    SpecificationTest() throws IOException {
        recordings = Recordings.read(PROJECT, RECORDING);
    }

    @Test
    void the_tests_of_every_module_have_recorded_their_exchanges() throws IOException {
        assertThat(recordings.missing(PROJECT, RECORDING))
                .as("Modules whose tests send requests, but wrote none down; the whole build does: ./mvnw verify")
                .isEmpty();
    }

    @Test
    void requests_and_the_simulators_answers_agree_with_the_specification_but_for_known_differences()
            throws IOException {
        skipWithoutTheSpecification(SPECIFICATION);

        Verdict verdict =
                Verdict.on(recordings.exchanges(), Specification.ofConfluence(SPECIFICATION), KnownDifference.all());

        assertThat(verdict.isClean()).withFailMessage(verdict::toString).isTrue();
    }

    static void skipWithoutTheSpecification(Path directory) {
        boolean there = Files.isRegularFile(directory.resolve("openapi-v2.json"));
        String message = "SKIPPED: nothing is held against Atlassian's specification, because "
                + "openapi-v2.json and openapi-v1.json are not in " + directory;
        if (!there) {
            System.out.println(message);
        }
        assumeTrue(there, message);
    }
}
