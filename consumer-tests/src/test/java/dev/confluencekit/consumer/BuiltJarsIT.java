package dev.confluencekit.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's program runs with the jars of this build, in a JVM that has nothing else. */
class BuiltJarsIT {
    private static UserSite site;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        site = new UserSite();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void on_the_class_path() throws Exception {
        assertThat(onClassPath(BuiltJars.ofUser())).isEqualTo(told("null"));
    }

    @Test
    void on_the_module_path_by_the_one_module_that_users_name() throws Exception {
        assertThat(onModulePath(BuiltJars.ofUser())).isEqualTo(told("dev.confluencekit.consumer"));
    }

    @Test
    void on_the_class_path_with_the_lowest_Jackson() throws Exception {
        List<Path> jars = BuiltJars.ofUserWithLowestJackson();

        assertThat(BuiltJars.jacksonVersions(jars)).containsExactly(System.getProperty("jackson.lowest"));
        assertThat(onClassPath(jars)).isEqualTo(told("null"));
    }

    @Test
    void on_the_module_path_with_the_lowest_Jackson() throws Exception {
        assertThat(onModulePath(BuiltJars.ofUserWithLowestJackson())).isEqualTo(told("dev.confluencekit.consumer"));
    }

    private static List<String> told(String module) {
        return Stream.concat(Stream.of("module " + module), UserSite.EXPECTED.stream())
                .toList();
    }

    private List<String> onClassPath(List<Path> jars) throws IOException, InterruptedException {
        return run("-cp", BuiltJars.path(jars), Scenario.class.getName());
    }

    private List<String> onModulePath(List<Path> jars) throws IOException, InterruptedException {
        return run("-p", BuiltJars.path(jars), "-m", "dev.confluencekit.consumer/" + Scenario.class.getName());
    }

    /** What the program printed, or all that it said if it failed. */
    private List<String> run(String... how) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(how));
        command.addAll(List.of(site.address(), UserSite.ACCOUNT, UserSite.KEY));
        File out = directory.resolve("out").toFile();
        File err = directory.resolve("err").toFile();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(err)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ends by itself")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(() -> text(out) + text(err)).isZero();
        return text(out).lines().toList();
    }

    private static String text(File file) {
        try {
            return Files.readString(file.toPath(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
