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

    private static final List<String> RECORDING = List.of(
            "confluence-core", "confluence-content", "confluence-testkit", "confluence-integration", "examples");

    private final Path project = Path.of("..").toAbsolutePath().normalize();
    private final Path shared = Path.of(System.getProperty(
            "confluencekit.specification",
            project.resolveSibling("shared").resolve("confluence-api").toString()));
    private final Recordings recordings;

    SpecificationTest() throws IOException {
        recordings = Recordings.read(project, RECORDING);
    }

    @Test
    void the_tests_of_every_module_have_recorded_their_exchanges() throws IOException {
        assertThat(recordings.missing(project, RECORDING))
                .as("Modules whose tests send requests, but wrote none down; the whole build does: ./mvnw verify")
                .isEmpty();
    }

    @Test
    void requests_and_the_simulators_answers_agree_with_the_specification_but_for_known_differences()
            throws IOException {
        skipWithoutTheSpecification();

        Verdict verdict = Verdict.on(recordings.exchanges(), Specification.ofConfluence(shared), KnownDifference.all());

        assertThat(verdict.isClean()).withFailMessage(verdict::toString).isTrue();
    }

    private void skipWithoutTheSpecification() {
        boolean there = Files.isRegularFile(shared.resolve("openapi-v2.json"));
        String message = "SKIPPED: exchanges are not held against Atlassian's specification, because "
                + "openapi-v2.json and openapi-v1.json are not in " + shared;
        if (!there) {
            System.out.println(message);
        }
        assumeTrue(there, message);
    }
}
