package dev.confluencekit.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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
    void the_tests_of_every_module_have_recorded_their_exchanges() {
        String build = System.getProperty("confluencekit.build", "outside of a build");

        assertThat(recordings.missing(RECORDING, build))
                .as(
                        "Modules that recorded nothing in build %s, though their tests send requests (recordings: %s). "
                                + "Run the whole build, ./mvnw verify",
                        build, recordings.builds())
                .isEmpty();
    }

    @Test
    void requests_and_the_simulators_answers_agree_with_the_specification_but_for_known_differences()
            throws IOException {
        skipWithoutTheSpecification();

        Verdict verdict = Verdict.on(recordings.exchanges(), Specification.ofConfluence(shared), KnownDifference.all());

        assertThat(verdict.unknown())
                .as(
                        "Differences from the specification that known-differences.json does not list:\n%s\n",
                        lines(verdict.unknown()))
                .isEmpty();
        assertThat(verdict.dead())
                .as("Entries of known-differences.json that cover nothing any more:\n%s\n", lines(verdict.dead()))
                .isEmpty();
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

    private static String lines(List<?> things) {
        return things.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }
}
