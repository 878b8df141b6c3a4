package dev.confluencekit.markup.gfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.markup.error.BodyTooLargeException;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.storage.StorageChecker;
import dev.confluencekit.markup.storage.StorageWriter;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Text;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMarkdownTest {
    private static Conversion<Document> read(String markdown) {
        return MarkdownReader.create().read(markdown);
    }

    private static String storage(String markdown) {
        return StorageWriter.create().write(read(markdown).output()).output();
    }

    private static String words(Document document) {
        return document.nodes()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).value())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:x)",
                "[a](data:text/html,x)",
                "[a](vbscript:x)",
                "<a href=\"java&#10;script:x\">a</a>",
                "<a href='&#1;javascript:x'>a</a>",
                "![a](javascript:x)",
                "![a](data:image/svg+xml,x)",
                "<b></b><img src=\"javascript:x\" alt=\"a\">"
            })
    void addresses_that_may_run_code_become_text_and_are_reported(String markdown) {
        Conversion<Document> read = read(markdown);

        assertThat(StorageWriter.create().write(read.output()).output()).matches("<p>(<strong />)?a</p>");
        assertThat(read.report().findings()).extracting(Finding::kind).containsExactly(FindingKind.SIMPLIFIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a <script>x</script>                    | <p>a &lt;script&gt;x&lt;/script&gt;</p>
            <script>x</script>                      | &lt;script&gt;x&lt;/script&gt;
            use <placeholder> here                  | <p>use &lt;placeholder&gt; here</p>
            <iframe src="x"></iframe>               | &lt;iframe src="x"&gt;&lt;/iframe&gt;
            <ac:link><ri:page ri:content-title="x"/> | <p>ac:link&lt;ri:page ri:content-title="x"/&gt;</p>
            <p><ac:structured-macro ac:name="html"> | <p>&lt;ac:structured-macro ac:name="html"&gt;</p>
            <markdown-node n="0">x</markdown-node>  | <p>&lt;markdown-node n="0"&gt;x&lt;/markdown-node&gt;</p>
            <b onclick="x()">a</b>                  | <p><strong>a</strong></p>
            a < b > c <3                            | <p>a &lt; b &gt; c &lt;3</p>
            """)
    void raw_html_that_is_not_allowed_is_seen_as_it_is_written(String markdown, String storage) {
        assertThat(storage(markdown)).isEqualTo(storage);
    }

    @Test
    void what_becomes_something_else_is_reported() {
        Conversion<Document> read = read("# Top\n\n- <video>\n\n<!-- secret -->\n\n[a](b.pdf)\n\n![x](a%3Ab.png)\n");

        assertThat(read.report().findings())
                .extracting(
                        Finding::kind,
                        Finding::subject,
                        finding -> finding.place().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FindingKind.LEFT_OUT, "comment", ""),
                        org.assertj.core.groups.Tuple.tuple(FindingKind.SIMPLIFIED, "video", "Top > item 1"),
                        org.assertj.core.groups.Tuple.tuple(FindingKind.UNRESOLVED_REFERENCE, "b.pdf", "Top"),
                        org.assertj.core.groups.Tuple.tuple(FindingKind.REPAIRED, "a%3Ab.png", "Top"));
        assertThat(storage("![x](a%3Ab.png)")).contains("ri:filename=\"a_b.png\"");
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        assertThatThrownBy(() -> MarkdownReader.create().maxCharacters(3).read("abcd"))
                .isInstanceOf(BodyTooLargeException.class);
        assertThatThrownBy(() -> MarkdownReader.create().maxCharacters(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MarkdownReader.create().headingShift(6)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "1. ",
                "*a **b ",
                "<b>",
                "<details>",
                "<table><tr><td>",
                "<blockquote>",
                "<a href=x>",
                "[",
                "![",
                "` ",
                "<a \"",
                "a <!--",
                "~~a ",
                "<ul><li>",
                "<b a=",
                "[^a]",
                "|",
                "# ",
                "<p>",
                "<span style=color:red>",
                "\\",
                "&#",
                "<h1><b>",
                "@a ",
                "https://x"
            })
    @Timeout(30)
    void repetition_takes_no_long_time_and_no_deep_stack(String piece) {
        Document document = read(piece.repeat(20_000) + "end").output();

        assertThat(words(document)).contains("end");
    }

    @Test
    @Timeout(30)
    void nesting_of_all_kinds_one_in_another_stays_within_the_depth_of_documents() {
        String markdown = "> - <blockquote><ul><li><b><i>\n\n".repeat(3_000) + "end";
        StringBuilder deeper = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            deeper.append("> ".repeat(i)).append("<blockquote><table><tr><td><b><u>\n");
        }

        assertThat(words(read(markdown).output())).contains("end");
        assertThat(words(read(deeper + "end").output())).contains("end");
    }

    @Test
    void footnotes_may_name_each_other_and_be_named_by_nobody() {
        String storage = storage("a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]\n\n[^3]: alone\n");

        assertThat(storage)
                .containsSubsequence("footnote-1", "<hr />", "<sup>1</sup> b", "<sup>2</sup> c", "<sup>3</sup> alone");
    }

    private static void readsMutated(long seed, int inputs) {
        String[] pieces = {
            "# ",
            "> ",
            "- ",
            "1. ",
            "- [ ] ",
            "\n",
            "\n\n",
            "    ",
            "```",
            "~~",
            "**",
            "*",
            "_",
            "`",
            "[a](",
            ")",
            "![",
            "]",
            "|",
            "|---|",
            "<b>",
            "</b>",
            "<table>",
            "<td>",
            "</table>",
            "<details>",
            "<summary>",
            "</details>",
            "<!--",
            "-->",
            "<a href=",
            "<",
            ">",
            "\"",
            "&amp;",
            "&#0;",
            "\0",
            "\ud83d",
            "x",
            "[^1]",
            "[^1]: ",
            "[!NOTE]",
            "@a",
            "https://x.y",
            "<li>",
            "<p>",
            "<br>",
            "\t"
        };
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < inputs; i++) {
            StringBuilder markdown = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                markdown.append(pieces[random.nextInt(pieces.length)]);
            }
            StorageChecker.check(StorageWriter.create()
                    .write(read(markdown.toString()).output())
                    .output());
        }
    }

    @Test
    @Timeout(60)
    void mutated_markdown_is_read_and_gives_storage_that_is_well_formed() {
        readsMutated(3, 5_000);
    }

    @Test
    @Tag("proof")
    void a_million_times_mutated_markdown_is_read_and_gives_storage_that_is_well_formed() {
        readsMutated(4, 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b a=\"",
                "<b a='",
                "<b a='x\" ",
                "<b a=b=\"x y>z\">",
                "<b =\"x>",
                "<b a = ",
                "<b\t",
                "<b/",
                "<b a b",
                "<!-->",
                "<!-- -->"
            })
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void tags_with_quotes_anywhere_are_read_to_the_end(String piece) {
        Document document = read("<p>" + piece.repeat(20_000) + "\nend").output();

        assertThat(words(document)).contains("end");
    }
}
