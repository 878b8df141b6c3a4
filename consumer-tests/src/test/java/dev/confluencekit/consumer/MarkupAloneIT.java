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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies are converted by a program that has nothing else of the library. */
class MarkupAloneIT {
    private static final String PROGRAM = """
            import dev.confluencekit.markup.Markup;

            class Alone {
                public static void main(String[] args) {
                    System.out.print(Markup.storage("<p>a <strong>b</strong></p>").toMarkdown().output());
                    System.out.print(Markup.markdown("- [x] c").toStorage().output());
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void on_the_class_path() throws Exception {
        assertThat(run("-cp", BuiltJars.path(BuiltJars.ofMarkupAlone()))).startsWith("a **b**\n<ac:task-list>");
    }

    @Test
    void on_the_module_path() throws Exception {
        assertThat(run("-p", BuiltJars.path(BuiltJars.ofMarkupAlone()), "--add-modules", "dev.confluencekit.markup"))
                .startsWith("a **b**\n<ac:task-list>");
    }

    private String run(String... how) throws IOException, InterruptedException {
        Path program = Files.writeString(directory.resolve("Alone.java"), PROGRAM);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(how));
        command.add(program.toString());
        File out = directory.resolve("out").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out.toPath(), StandardCharsets.UTF_8);
    }
}
