package dev.confluencekit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    private static final String USERNAME = "kb-bot@northwind-cycles.example";
    private static final String API_KEY = "key-of-this-test";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void without_settings_it_brings_the_demonstration_knowledge_base() throws IOException {
        assertThat(run(Map.of())).isEqualTo(Quickstart.DONE);

        assertThat(files(".xhtml")).hasSizeGreaterThanOrEqualTo(60).hasSameSizeAs(files(".json"));
        assertThat(text(out)).contains("Connected to 127.0.0.1 as", "3 spaces:", "requests", "waits");
    }

    @Test
    void every_page_is_on_disk_word_for_word() throws IOException {
        run(Map.of());

        for (PageSeed page : KnowledgeBase.demo().pages()) {
            if (page.status().equals(dev.confluencekit.testkit.PageStatus.CURRENT)) {
                Path body = only(files("page-" + page.id().orElseThrow() + ".xhtml"));
                assertThat(Files.readString(body)).isEqualTo(page.storage());
            }
        }
    }

    @Test
    void the_metadata_tells_title_version_place_and_address() throws IOException {
        try (ConfluenceSimulator simulator = simulator()) {
            run(pointedAt(simulator));
        }

        assertThat(Files.readString(only(files("page-98305.json"))))
                .contains("\"id\":\"98305\"", "\"title\":\"", "\"spaceKey\":\"SUPPORT\"", "\"version\":{\"number\":")
                .containsPattern("\"webAddress\":\"http://127\\.0\\.0\\.1:[0-9]+/wiki/spaces/SUPPORT/");
    }

    @Test
    void names_of_files_are_ASCII_whatever_the_titles_are() throws IOException {
        run(Map.of());

        assertThat(files(""))
                .allSatisfy(file -> assertThat(file.getFileName().toString()).matches("page-[0-9]+\\.(xhtml|json)"));
    }

    @Test
    void with_a_site_named_it_talks_to_that_site_and_nothing_else_differs() throws IOException {
        try (ConfluenceSimulator simulator = simulator()) {
            assertThat(run(pointedAt(simulator))).isEqualTo(Quickstart.DONE);

            assertThat(simulator.requestCount("/wiki/api/v2/pages")).isEqualTo(3);
            assertThat(files(".xhtml")).hasSizeGreaterThanOrEqualTo(60);
        }
    }

    @Test
    void only_the_chosen_spaces_are_brought() throws IOException {
        try (ConfluenceSimulator simulator = simulator()) {
            Map<String, String> settings = pointedAt(simulator);
            settings.put("CONFLUENCE_SPACES", "SUPPORT");

            assertThat(run(settings)).isEqualTo(Quickstart.DONE);
        }

        try (Stream<Path> folders = Files.list(directory)) {
            assertThat(folders)
                    .extracting(folder -> folder.getFileName().toString())
                    .containsExactly("space-65538");
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
        assertThat(text(out)).doesNotContain("\r[").contains("Brought SUPPORT:");
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
                .contains("Brought SUPPORT");
        assertThat(process.exitValue()).isEqualTo(Quickstart.DONE);
        assertThat(files(".xhtml")).hasSizeGreaterThanOrEqualTo(60);
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

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .toList();
        }
    }

    private static Path only(List<Path> files) {
        assertThat(files).hasSize(1);
        return files.get(0);
    }
}
