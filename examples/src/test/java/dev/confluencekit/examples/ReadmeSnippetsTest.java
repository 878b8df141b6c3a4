package dev.confluencekit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, and its first screen stays a first screen. */
class ReadmeSnippetsTest {
    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS = """
            import dev.confluencekit.auth.*;
            import dev.confluencekit.content.*;
            import dev.confluencekit.content.attachment.*;
            import dev.confluencekit.content.body.*;
            import dev.confluencekit.content.owner.*;
            import dev.confluencekit.content.page.*;
            import dev.confluencekit.content.space.*;
            import dev.confluencekit.core.*;
            import dev.confluencekit.core.paging.*;
            import dev.confluencekit.core.secret.*;
            import dev.confluencekit.core.site.*;
            import dev.confluencekit.core.transfer.*;
            import dev.confluencekit.integration.*;
            import dev.confluencekit.integration.connection.*;
            import dev.confluencekit.integration.registry.*;
            import dev.confluencekit.testkit.ConfluenceSimulator;
            import dev.confluencekit.testkit.KnowledgeBase;
            import java.nio.file.Path;
            import java.time.LocalDate;
            import java.util.*;
            """;

    @TempDir
    Path classes;

    @Test
    void the_first_snippet_compiles_as_it_stands() throws IOException {
        assertThat(problems("", snippets().get(0))).isEmpty();
    }

    @Test
    void the_other_snippets_compile_beside_what_they_take_for_granted() throws IOException {
        String given =
                "ConfluenceIntegration confluence, String domain, CredentialStore store, CredentialId id, Path dir,"
                        + " MasterKey masterKey, Secret key, Secret newKey, LocalDate date, Path file, Path copy";
        List<String> others = snippets().subList(1, snippets().size());

        assertThat(others)
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(problems(given, snippet)).isEmpty());
    }

    @Test
    void a_snippet_that_is_wrong_is_found_out() {
        assertThat(problems("", "confluence.pagez();")).contains("pagez");
    }

    @Test
    void the_first_screen_holds_at_most_a_dozen_lines_of_code_and_both_commands() throws IOException {
        String firstScreen = readme().lines().limit(30).reduce("", (all, line) -> all + line + "\n");

        assertThat(snippets().get(0).lines().count()).isLessThanOrEqualTo(12);
        assertThat(firstScreen).contains("./mvnw -q -Pquickstart\n", "./mvnw verify\n", "pages().list(");
    }

    private String problems(String parameters, String statements) {
        String source =
                IMPORTS + "class Snippet { void run(" + parameters + ") throws Exception {\n" + statements + "\n}}";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of("-proc:none", "-d", classes.toString(), "-cp", classPath),
                        null,
                        List.of(new Source(source)))
                .call();
        return messages.toString();
    }

    private static List<String> snippets() throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = JAVA.matcher(readme());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "README.md"));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
