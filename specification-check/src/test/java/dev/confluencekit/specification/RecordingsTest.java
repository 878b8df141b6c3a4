package dev.confluencekit.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check of what was recorded cannot fail where nothing was; so that nothing was must be noticed. */
class RecordingsTest {

    private static final List<String> MODULES = List.of("one", "two");

    @TempDir
    private Path project;

    @Test
    void exchanges_of_all_modules_are_read() throws IOException {
        recorded("one", "B1");
        recorded("two", "B1");

        Recordings recordings = Recordings.read(project, MODULES);

        assertThat(recordings.exchanges()).extracting(Exchange::module).containsExactly("one", "two");
        assertThat(recordings.exchanges().get(0).path()).isEqualTo("/wiki/api/v2/pages");
        assertThat(recordings.exchanges().get(0).query()).isEqualTo("limit=1");
        assertThat(recordings.missing(project, MODULES)).isEmpty();
    }

    @Test
    void of_several_jvms_those_of_the_newest_build_count() throws IOException {
        recorded("one", "target/exchanges/1", "B2");
        recorded("one", "target/exchanges/2", "B2");
        recorded("one", "target/exchanges/3", "B1");

        Recordings recordings = Recordings.read(project, List.of("one"));

        assertThat(recordings.exchanges()).hasSize(2);
        assertThat(recordings.builds()).containsEntry("one", "B2");
    }

    @Test
    void a_module_without_a_recording_is_missing() throws IOException {
        recorded("one", "B1");

        assertThat(Recordings.read(project, MODULES).missing(project, MODULES)).containsExactly("two recorded nothing");
    }

    @Test
    void a_module_is_missing_if_its_tests_ran_again_without_recording() throws IOException {
        recorded("one", "B1");
        tested("one", "A", "B1", 1);
        tested("one", "B", "B2", 2);
        recorded("two", "B2");
        tested("two", "C", "B1", 1);
        tested("two", "D", "B2", 2);

        assertThat(Recordings.read(project, MODULES).missing(project, MODULES))
                .containsExactly("one recorded nothing in build B2, last in B1");
    }

    private void recorded(String module, String build) throws IOException {
        recorded(module, "target/exchanges/1", build);
    }

    private void recorded(String module, String directory, String build) throws IOException {
        Path file = project.resolve(module).resolve(directory).resolve("exchanges.jsonl");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"build\":\"" + build + "\"}\n"
                        + "{\"answeredBy\":\"TEST\",\"method\":\"GET\",\"target\":\"/wiki/api/v2/pages?limit=1\","
                        + "\"requestHeaders\":{},\"requestBody\":\"\",\"status\":0,\"answerHeaders\":{},\"answerBody\":\"\"}\n");
    }

    private void tested(String module, String test, String build, long second) throws IOException {
        Path report = project.resolve(module).resolve("target/surefire-reports/TEST-" + test + ".xml");
        Files.createDirectories(report.getParent());
        Files.writeString(
                report, "<testsuite><property name=\"confluencekit.build\" value=\"" + build + "\"/></testsuite>");
        Files.setLastModifiedTime(report, FileTime.fromMillis(second * 1000));
    }
}
