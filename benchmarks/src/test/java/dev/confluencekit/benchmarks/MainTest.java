package dev.confluencekit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jar prints, against a small site that it serves itself. */
@SuppressWarnings("NullAway.Init") // set before each test
class MainTest {
    private static final int PAGES = 1_003;
    private static final int CHARACTERS = 300;
    private static final Pattern ROUND =
            Pattern.compile("(confluencekit|baseline)-(sequential|parallel) round ([0-9]+):"
                    + " ([0-9]+) pages ([0-9]+) chars [0-9]+\\.[0-9]{3} s [0-9]+ pages/s");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private PageServer server;
    private String address;

    @BeforeEach
    void serve() throws IOException {
        server = new PageServer(new ServedPages(PAGES, CHARACTERS, 7), 0, 1);
        address = "http://127.0.0.1:" + server.ports().get(0);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list-pages sequential",
                "list-pages parallel",
                "baseline sequential",
                "baseline parallel",
            })
    void readsEveryPageAndPrintsOneLineARound(String command) {
        String[] words = command.split(" ", -1);

        int status = run(words[0], address, "2", words[1]);

        assertThat(status).as(printed(err)).isZero();
        List<String> lines = printed(out).lines().toList();
        assertThat(lines).hasSize(2);
        for (int i = 0; i < lines.size(); i++) {
            Matcher round = ROUND.matcher(lines.get(i));
            assertThat(round.matches()).as(lines.get(i)).isTrue();
            assertThat(round.group(1)).isEqualTo(words[0].equals("baseline") ? "baseline" : "confluencekit");
            assertThat(round.group(2)).isEqualTo(words[1]);
            assertThat(round.group(3)).isEqualTo(String.valueOf(i + 1));
            assertThat(round.group(4)).isEqualTo(String.valueOf(PAGES));
            assertThat(round.group(5)).isEqualTo(String.valueOf((long) PAGES * CHARACTERS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/wiki", "/wiki/"})
    void takesTheAddressWithAndWithoutWikiAndIsSequentialWithoutAMode(String end) {
        assertThat(run("list-pages", address + end, "1")).isZero();

        assertThat(printed(out)).startsWith("confluencekit-sequential round 1: " + PAGES + " pages ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "parallel"})
    void comparesBothWaysAndPrintsTheRatio(String mode) {
        assertThat(run("compare", address, "2", mode)).as(printed(err)).isZero();

        List<String> lines = printed(out).lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(6))
                .matches("ratio " + mode + ": [0-9.]+ x the time, [0-9.]+ x the CPU, [0-9.]+ x the allocation");
    }

    @Test
    void embedsIntegrationsAndPrintsWhatTheyHold() {
        assertThat(run("embed", "20", "3")).as(printed(err)).isZero();

        String last = printed(out).lines().toList().get(3);
        assertThat(last)
                .matches("embed 20: threads [+-][0-9]+, fds [+-][0-9]+, heap -?[0-9]+\\.[0-9] KB each;"
                        + " after close threads [+-][0-9]+, fds [+-][0-9]+");
    }

    @Test
    void comparesMarkdownWithParsingAndPrintsTheRatios() {
        assertThat(run("markup-speed", "1", "1")).as(printed(err)).isZero();

        List<String> lines = printed(out).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("round 1: parse ");
        assertThat(lines.get(1)).matches("markup-speed: markdown [0-9]+\\.[0-9]{2}x, bytes [0-9]+\\.[0-9]{2}x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "list-everything",
                "list-pages",
                "list-pages http://127.0.0.1:1",
                "list-pages http://127.0.0.1:1 none",
                "list-pages http://127.0.0.1:1 0",
                "list-pages http://127.0.0.1:1 1 backwards",
                "list-pages http://127.0.0.1:1 1 parallel more",
                "list-pages 127.0.0.1 1",
                "baseline",
                "compare",
                "embed",
                "serve 10",
                "markup-speed 0",
            })
    void printsTheUsageWhenTheArgumentsMakeNoCommand(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(2);

        assertThat(printed(err)).contains("usage: ", "list-pages BASE_URL ROUNDS", "baseline", "embed N");
        assertThat(printed(out)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-pages", "baseline"})
    void saysSoWhenTheServerIsNotThere(String command) throws IOException {
        server.close();

        assertThat(run(command, address, "1")).isEqualTo(1);

        assertThat(printed(err)).contains("Exception");
    }

    @Test
    void reads_and_writes_bodies_of_every_shape() {
        assertThat(run("markup-shapes", "300")).as(printed(err)).isZero();

        assertThat(printed(out).lines().reduce((first, last) -> last).orElseThrow())
                .matches("markup-shapes: shapes 3[0-9]{2}, worst .*, slowest [0-9]+\\.[0-9] s");
    }

    @Test
    void namesEachCommandOnceInTheUsage() {
        run();

        Map<String, Integer> counts = new TreeMap<>();
        printed(err)
                .lines()
                .filter(line -> line.matches("  [a-z].*"))
                .forEach(line -> counts.merge(line.strip().split(" ", -1)[0], 1, Integer::sum));
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("list-pages", 1),
                        Map.entry("baseline", 1),
                        Map.entry("compare", 1),
                        Map.entry("embed", 1),
                        Map.entry("serve", 1),
                        Map.entry("sync-cost", 1),
                        Map.entry("sync-speed", 1),
                        Map.entry("sync-sqlite", 1),
                        Map.entry("markup-speed", 1),
                        Map.entry("serve-changing", 1),
                        Map.entry("markup-shapes", 1)));
    }

    private int run(String... args) {
        return Main.run(List.of(args), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
