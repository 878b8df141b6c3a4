package dev.confluencekit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.Markup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, and its first screen stays a first screen. */
class ReadmeSnippetsTest {
    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern BEFORE_AND_AFTER =
            Pattern.compile("Before:\\R\\R```xml\\R(.*?)```\\R\\RAfter:\\R\\R````markdown\\R(.*?)````", Pattern.DOTALL);

    @TempDir
    Path classes;

    @Test
    void the_first_snippet_compiles_as_it_stands() throws IOException {
        assertThat(problems("", snippets().get(0))).isEmpty();
    }

    @Test
    void the_other_snippets_compile_beside_what_they_take_for_granted() throws IOException {
        String given =
                "ConfluenceIntegration confluence; String domain; CredentialStore store; CredentialId id; Path dir;"
                        + " MasterKey masterKey; Secret key; Secret newKey; LocalDate date; Path file; Path copy;"
                        + " String body; String accountId; PageId pageId;";
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

    @Test
    void the_body_before_becomes_the_Markdown_after() throws IOException {
        Matcher example = BEFORE_AND_AFTER.matcher(readme());

        assertThat(example.find()).isTrue();
        assertThat(Markup.storage(example.group(1)).toMarkdown().output()).isEqualTo(example.group(2));
    }

    private String problems(String given, String statements) {
        return SnippetCompiler.problems(classes, given, statements);
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
}
