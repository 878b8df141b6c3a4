package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users of other tools ran into is named by the test of it. */
class PitfallsAreTestedTest {
    private static final List<String> PITFALLS = List.of(
            "hunyadi/md2conf#150",
            "kovetskiy/mark#117",
            "outline/outline#10049",
            "justmiles/go-markdown2confluence#80",
            "sphinx-contrib/confluencebuilder#833",
            "epam/dm.ai#501",
            "open-webui/oikb#104",
            "langchain-ai/langchainjs#5840",
            "sooperset/mcp-atlassian#1527",
            "sooperset/mcp-atlassian#419",
            "sooperset/mcp-atlassian#1255",
            "sjones4/confluence-to-github#1",
            "highsource/confluence-to-markdown-converter#2",
            "hardisgroupcom/sfdx-hardis#2151",
            "Spenhouet/confluence-markdown-exporter#292",
            "docmost/docmost#2117",
            "aqueeb/confluence2md#6",
            "BjoernSchotte/atlcli#15",
            "langchain-ai/langchain#26089",
            "docToolchain/docToolchain#1395",
            "pchuri/confluence-cli#215",
            "pchuri/confluence-cli#122",
            "kovetskiy/mark#468",
            "pchuri/confluence-cli#143",
            "Spenhouet/confluence-markdown-exporter#148",
            "commonmark/commonmark-spec#650",
            "Spenhouet/confluence-markdown-exporter#193",
            "Spenhouet/confluence-markdown-exporter#196",
            "Spenhouet/confluence-markdown-exporter#98",
            "Spenhouet/confluence-markdown-exporter#39",
            "docToolchain/docToolchain#410",
            "sooperset/mcp-atlassian#1298",
            "Spenhouet/confluence-markdown-exporter#94",
            "Spenhouet/confluence-markdown-exporter#281",
            "wikitraccs-releases#24",
            "open-cli-collective/atlassian-cli#478",
            "zeldigas/text2confl#347",
            "confluence-publisher/confluence-publisher#138",
            "kovetskiy/mark#276",
            "kovetskiy/mark#54",
            "kovetskiy/mark#61",
            "markdown-confluence/markdown-confluence#63",
            "onyx-dot-app/onyx#5001",
            "jhy/jsoup#2591");

    @Test
    void each_of_them_is_named_by_a_test() {
        String tests = tests();

        assertThat(PITFALLS).hasSize(44).doesNotHaveDuplicates();
        assertThat(PITFALLS.stream().filter(pitfall -> !isNamed(pitfall, tests)))
                .isEmpty();
    }

    /** Some tests name the repository without its owner. */
    private static boolean isNamed(String pitfall, String tests) {
        String name = pitfall.substring(pitfall.indexOf('/') + 1);
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?!\\d)")
                .matcher(tests)
                .find();
    }

    private static String tests() {
        try (Stream<Path> files = Files.walk(Path.of("src/test"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("PitfallsAreTestedTest.java"))
                    .map(PitfallsAreTestedTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
