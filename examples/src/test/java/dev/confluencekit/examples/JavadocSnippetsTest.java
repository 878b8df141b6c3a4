package dev.confluencekit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Javadoc of the published modules shows compiles. */
class JavadocSnippetsTest {
    private static final Pattern SNIPPET =
            Pattern.compile("<pre>\\{@code\\s*\\R(.*?)\\R\\s*\\* ?}</pre>", Pattern.DOTALL);
    private static final String GIVEN =
            "PagesClient pages; BlogPostsClient blogPosts; SpacesClient spaces; TasksClient tasks;"
                    + " SearchClient search; LongTasksClient longTasks; RawClient raw; ConfluenceConnection connection;"
                    + " PageId id, parent, source, destination; SpaceId space; AccountId me; Instant yesterday; Path dir;"
                    + " MasterKey masterKey; Secret key, newKey; LocalDate date; MirrorTarget target; String body;"
                    + " ConfluenceIntegration confluence; String accountId;";

    @TempDir
    Path classes;

    record Snippet(Path file, String statements) {
        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    static List<Snippet> snippets() throws IOException {
        List<Snippet> found = new ArrayList<>();
        for (String module : List.of("core", "auth", "content", "sync", "markup", "integration", "testkit")) {
            Path sources = Path.of("..", "confluence-" + module, "src", "main", "java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher matcher = SNIPPET.matcher(Files.readString(file));
                    while (matcher.find()) {
                        found.add(new Snippet(file, withoutMargin(matcher.group(1))));
                    }
                }
            }
        }
        return found;
    }

    private static String withoutMargin(String comment) {
        return comment.lines().map(line -> line.replaceFirst("^\\s*\\* ?", "")).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void a_snippet_compiles(Snippet snippet) {
        assertThat(SnippetCompiler.problems(classes, GIVEN, snippet.statements()))
                .isEmpty();
    }

    @Test
    void every_snippet_is_found() throws IOException {
        assertThat(snippets()).hasSizeGreaterThan(15);
    }
}
