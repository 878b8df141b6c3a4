package dev.confluencekit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.Markup;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import dev.confluencekit.testkit.PageSeed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    private static final String USERNAME = "kb-bot@northwind-cycles.example";
    private static final String API_KEY = "key-of-this-test";
    private static final Pattern FILE_LINK = Pattern.compile("]\\(([0-9./]+[0-9]\\.md)[#)]");

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void without_settings_it_mirrors_the_demonstration_knowledge_base() throws IOException {
        assertThat(run(Map.of())).isEqualTo(Quickstart.DONE);

        assertThat(files("/pages/[0-9]+\\.md")).hasSizeGreaterThanOrEqualTo(60).hasSameSizeAs(pagesMeta());
        assertThat(text(out)).contains("Connected to 127.0.0.1 as", "3 spaces:", "first run", "requests", "waits");
    }

    @Test
    void every_page_is_on_disk_as_Markdown_with_its_title_and_headings() throws IOException {
        try (ConfluenceSimulator simulator = simulator()) {
            run(pointedAt(simulator));
        }

        int headings = 0;
        for (PageSeed page : KnowledgeBase.demo().pages()) {
            if (page.status().equals(dev.confluencekit.testkit.PageStatus.CURRENT)) {
                String written =
                        Files.readString(only(files("/pages/" + page.id().orElseThrow() + "\\.md")));
                List<String> expected = Markup.storage(page.storage())
                        .toMarkdown()
                        .output()
                        .lines()
                        .filter(line -> line.matches("#+ [^@\\[]*"))
                        .toList();
                headings += expected.size();
                assertThat(written.lines().toList())
                        .containsSubsequence(expected)
                        .contains("id: \"" + page.id().orElseThrow() + "\"");
            }
        }
        assertThat(headings).isGreaterThan(200);
    }

    @Test
    void links_between_pages_lead_to_files_that_are_there() throws IOException {
        try (ConfluenceSimulator simulator = simulator()) {
            run(pointedAt(simulator));
        }

        int links = 0;
        for (Path file : files("/pages/[0-9]+\\.md")) {
            Matcher link = FILE_LINK.matcher(Files.readString(file));
            while (link.find()) {
                links++;
                assertThat(file.resolveSibling(link.group(1)).normalize()).exists();
            }
        }
        assertThat(links).isGreaterThan(100);
    }

    @Test
    void the_second_run_fetches_what_was_changed_and_nothing_else() {
        run(Map.of());

        assertThat(text(out))
                .containsPattern("pages fetched +" + currentPages() + " +4\n")
                .containsPattern("added +" + currentPages() + " +1\n")
                .containsPattern("moved +0 +1\n")
                .containsPattern("renamed +0 +1\n")
                .containsPattern("removed +0 +1\n");
    }

    @Test
    void a_simulated_site_that_begins_anew_has_its_mirror_begin_anew() {
        run(Map.of());
        String once = text(out);
        out.reset();

        assertThat(run(Map.of())).isEqualTo(Quickstart.DONE);

        assertThat(figures(text(out))).isEqualTo(figures(once));
    }

    @Test
    void the_mirror_of_a_real_site_goes_on_and_is_never_begun_anew() throws IOException {
        try (ConfluenceSimulator simulator = simulator()) {
            run(pointedAt(simulator));
            out.reset();

            assertThat(run(pointedAt(simulator))).isEqualTo(Quickstart.DONE);
        }

        assertThat(text(out)).containsPattern("pages fetched +0 +0\n");
    }

    @Test
    void the_metadata_tells_title_version_place_and_address() throws IOException {
        try (ConfluenceSimulator simulator = simulator()) {
            run(pointedAt(simulator));
        }

        assertThat(Files.readString(only(files("/98305\\.meta\\.json"))))
                .containsPattern("\"id\" ?: ?\"98305\"")
                .contains("\"title\"", "\"version\"")
                .containsPattern("\"webUrl\" ?: ?\"http://127\\.0\\.0\\.1:[0-9]+/wiki/spaces/SUPPORT/");
    }

    @Test
    void names_of_files_are_ASCII_whatever_the_titles_are() throws IOException {
        run(Map.of());

        assertThat(files(""))
                .allSatisfy(file -> assertThat(file.getFileName().toString()).matches("[ -~]+"));
    }

    @Test
    void only_the_chosen_spaces_are_mirrored() throws IOException {
        try (ConfluenceSimulator simulator = simulator()) {
            Map<String, String> settings = pointedAt(simulator);
            settings.put("CONFLUENCE_SPACES", "SUPPORT");

            assertThat(run(settings)).isEqualTo(Quickstart.DONE);
        }

        try (Stream<Path> folders = Files.list(directory.resolve("spaces"))) {
            assertThat(folders)
                    .extracting(folder -> folder.getFileName().toString())
                    .containsExactly("65538");
        }
    }

    @Test
    void a_space_that_is_not_there_is_named() {
        assertThat(run(Map.of("CONFLUENCE_SPACES", "NOPE"))).isEqualTo(Quickstart.BAD_SETTINGS);

        assertThat(oneSentence()).contains("NOPE");
    }

    @Test
    void a_missing_variable_is_named() {
        assertThat(run(Map.of("CONFLUENCE_DOMAIN", "acme.atlassian.net", "CONFLUENCE_USERNAME", USERNAME)))
                .isEqualTo(Quickstart.BAD_SETTINGS);

        assertThat(oneSentence()).contains("CONFLUENCE_API_KEY");
    }

    @Test
    void an_unusable_domain_is_named() {
        assertThat(run(Map.of(
                        "CONFLUENCE_DOMAIN", "http://acme.atlassian.net",
                        "CONFLUENCE_USERNAME", USERNAME,
                        "CONFLUENCE_API_KEY", API_KEY)))
                .isEqualTo(Quickstart.BAD_SETTINGS);

        assertThat(oneSentence()).contains("CONFLUENCE_DOMAIN").contains("https");
    }

    @Test
    void a_domain_where_no_Confluence_lives_ends_with_one_sentence() throws IOException {
        try (ConfluenceSimulator simulator = simulator()) {
            simulator.fail("/_edge/tenant_info", 1, dev.confluencekit.testkit.Failure.htmlPage(404));

            assertThat(run(pointedAt(simulator))).isEqualTo(Quickstart.FAILED);
        }

        assertThat(oneSentence()).contains("No Confluence Cloud site lives at 127.0.0.1.");
    }

    @Test
    void a_wrong_key_ends_with_one_sentence() throws IOException {
        try (ConfluenceSimulator simulator = simulator()) {
            Map<String, String> settings = pointedAt(simulator);
            settings.put("CONFLUENCE_API_KEY", "another-key");

            assertThat(run(settings)).isEqualTo(Quickstart.FAILED);
        }

        assertThat(oneSentence()).contains("refused the API key").doesNotContain("another-key");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_terminal_gets_a_bar_and_a_file_gets_plain_lines() {
        run(Map.of(), true);
        String onTerminal = text(out);
        out.reset();
        run(Map.of(), false);

        assertThat(onTerminal).contains("\r[", "3/3 spaces");
        assertThat(text(out)).doesNotContain("\r[").contains("Read SUPPORT:");
    }

    @Test
    void it_works_in_the_C_locale_where_the_file_system_takes_no_Unicode() throws Exception {
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Quickstart.class.getName());
        child.environment().keySet().removeIf(name -> name.startsWith("CONFLUENCE_") || name.startsWith("LC_"));
        child.environment().putAll(Map.of("LC_ALL", "C", "CONFLUENCE_EXPORT_DIR", directory.toString()));
        child.redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile());

        Process process = child.start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(directory.resolve("log"), StandardCharsets.ISO_8859_1))
                .contains("Read SUPPORT");
        assertThat(process.exitValue()).isEqualTo(Quickstart.DONE);
        assertThat(files("/pages/[0-9]+\\.md")).hasSizeGreaterThanOrEqualTo(60);
    }

    private static long currentPages() {
        return KnowledgeBase.demo().pages().stream()
                .filter(page -> page.status().equals(dev.confluencekit.testkit.PageStatus.CURRENT))
                .count();
    }

    /** The table without what a clock or the size of an address decides. */
    private static List<String> figures(String said) {
        return said.lines()
                .filter(line -> line.matches("(pages|  |removed|requests).*[0-9] +[0-9]+"))
                .toList();
    }

    private List<Path> pagesMeta() throws IOException {
        return files("/pages/[0-9]+\\.meta\\.json");
    }

    private static ConfluenceSimulator simulator() throws IOException {
        return ConfluenceSimulator.builder()
                .knowledgeBase(KnowledgeBase.demo())
                .account(USERNAME, API_KEY)
                .start();
    }

    private static Map<String, String> pointedAt(ConfluenceSimulator simulator) {
        Map<String, String> settings = new HashMap<>();
        settings.put("CONFLUENCE_DOMAIN", simulator.baseUri().toString());
        settings.put("CONFLUENCE_USERNAME", USERNAME);
        settings.put("CONFLUENCE_API_KEY", API_KEY);
        return settings;
    }

    private int run(Map<String, String> settings) {
        return run(settings, false);
    }

    private int run(Map<String, String> settings, boolean terminal) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("CONFLUENCE_EXPORT_DIR", directory.toString());
        return new Quickstart(printer(out), printer(err), terminal).run(environment);
    }

    private static PrintStream printer(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream target) {
        return target.toString(StandardCharsets.UTF_8);
    }

    private String oneSentence() {
        String said = text(err);
        assertThat(said.lines()).hasSize(1);
        assertThat(said).doesNotContain("Exception").doesNotContain("\tat ");
        return said;
    }

    /** Files whose address ends as an expression says. */
    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().replace('\\', '/').matches("(?s).*" + ending))
                    .toList();
        }
    }

    private static Path only(List<Path> files) {
        assertThat(files).hasSize(1);
        return files.get(0);
    }
}
