package dev.confluencekit.markup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.chunk.ChunkSource;
import dev.confluencekit.markup.error.BodyTooLargeException;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.report.Report;
import dev.confluencekit.markup.tree.TableCell;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are as deep, as long, as wide as can be: all of their text comes out, and not much more. */
class HostileStorageTest {
    private static final String STYLED =
            "<span style=\"color: red; background-color: blue; text-decoration: underline; font-family: monospace\">";

    @ParameterizedTest
    @ValueSource(
            strings = {
                STYLED,
                STYLED + "<blockquote>",
                "<strong><blockquote>",
                "<strong><p>",
                "<ul>",
                "<ol><li>",
                "<ac:task-list>",
                "<ac:task-list><ac:task><ac:task-body>",
                "<table><tr><td>",
                "<table><x>",
                "<td>",
                "<unknown>",
                "<unknown>a",
                "<unknown><blockquote>",
                "<ac:structured-macro ac:name=\"x\"><ac:rich-text-body>",
                "<ac:structured-macro ac:name=\"x\"><strong>a",
                "<ac:link><ac:link-body>",
                "<a href=\"x\">",
                "<ac:adf-extension><ac:adf-node><ac:adf-content>",
                "<ac:layout><ac:layout-section><ac:layout-cell>",
                "<dl><dd>",
                "<pre>",
                "<h1>",
                "<p xmlns:a=\"x\">",
                "<ac:image><ac:caption>"
            })
    void nesting_without_end_is_limited(String start) {
        for (int levels : new int[] {60, 198, 6_000}) {
            Markup read = Markup.storage(start.repeat(levels) + "end");

            assertThat(read.toText().output()).contains("end");
            assertThat(read.toMarkdown().output()).contains("end");
            String written = read.toStorage().output();
            StorageChecker.check(written);
            assertThat(written).contains("end");
        }
    }

    @Test
    void links_and_images_that_are_none_are_read_once() {
        for (String start : new String[] {"<ac:image><ac:caption>", "<ac:link><x /><ac:link-body>"}) {
            Markup read = Markup.storage(start.repeat(90) + "end");

            assertThat(read.document().nodes().count()).isLessThan(1_000);
            assertThat(read.toText().output()).contains("end");
        }
    }

    @Test
    void a_section_does_not_end_where_characters_are_dropped() {
        String body = "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[a]]\0>b]\0]>]]>"
                + "</ac:plain-text-body></ac:structured-macro>";

        assertThat(Markup.storage(body).toStorage().output()).contains("<![CDATA[a]]]]><![CDATA[>b]]]]><![CDATA[>]]>");
    }

    @Test
    void deep_nesting_is_cut_into_chunks_in_a_few_steps() {
        Markup read = Markup.storage("<ol><li>".repeat(100) + "words ".repeat(1_000));

        assertThat(read.toChunks(ChunkSource.of("1", "P")).output()).hasSizeBetween(3, 20);
    }

    @Test
    void many_spans_with_many_styles_keep_one_style_each_and_the_report_tells() {
        Markup read = Markup.storage("<p>" + STYLED.repeat(150) + "end" + "</span>".repeat(150) + "</p>");

        assertThat(read.report().findings())
                .extracting(Finding::kind, Finding::subject)
                .contains(org.assertj.core.groups.Tuple.tuple(FindingKind.LIMITED, "span"));
        assertThat(Markup.storage("<p>" + STYLED.repeat(30) + "end" + "</span>".repeat(30) + "</p>")
                        .report()
                        .findings())
                .isEmpty();
    }

    @Test
    void elements_of_any_kind_nested_in_any_order_stay_within_the_depth_of_documents() {
        String[] starts = {
            STYLED,
            "<strong>",
            "<blockquote>",
            "<ul><li>",
            "<ul>",
            "<ac:task-list>",
            "<table><tr><td>",
            "<td>",
            "<unknown>",
            "a",
            "<ac:structured-macro ac:name=\"x\"><ac:rich-text-body>",
            "<ac:structured-macro ac:name=\"x\">",
            "<ac:link><ac:link-body>",
            "<p>",
            "<ac:adf-extension><ac:adf-node><ac:adf-content>",
            "<dl><dd>"
        };
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            int few = 1 + random.nextInt(4);
            int first = random.nextInt(starts.length);
            StringBuilder body = new StringBuilder();
            for (int level = 0; level < 220; level++) {
                body.append(starts[(first + random.nextInt(few)) % starts.length]);
            }

            assertThat(Markup.storage(body + "end").toText().output()).contains("end");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<![CDATA[x]]>",
                "x<!-- y -->",
                "<span>x</span>",
                "<ac:emoticon ac:name=\"smile\" />",
                "<strong>x</strong>y",
                "<strong>x</strong>",
                "x<br />",
                "<time datetime=\"2026-01-01\" />",
                "<ac:placeholder>x</ac:placeholder> y ",
                "<a href=\"x\">y</a>",
                "`",
                "<code>`</code>",
                "*",
                "<ul><li>x</li></ul>",
                "<ac:structured-macro ac:name=\"toc\" />",
                "<ac:link><ri:page ri:content-title=\"T\" /></ac:link>"
            })
    void output_grows_as_the_body_does_and_no_faster(String piece) {
        int one = everything(piece.repeat(2_000));
        int eight = everything(piece.repeat(16_000));

        assertThat(eight).isLessThan(9 * one);
    }

    /** Two seconds for what took minutes as each text was joined with all before it. */
    @Test
    void texts_of_a_long_line_are_joined_at_once() {
        String piece = "<![CDATA[x]]><ac:emoticon ac:name=\"smile\" />";

        assertThat(everything(piece.repeat(200_000))).isGreaterThan(400_000);
    }

    private static int everything(String body) {
        Markup read = Markup.storage(body);
        return read.toMarkdown().output().length()
                + read.toText().output().length()
                + read.toStorage().output().length()
                + StorageForm.normal(body).length();
    }

    @Test
    void spans_do_not_blow_a_table_up() {
        String body = "<table>" + "<tr><td colspan=\"1000\" rowspan=\"1000\">end</td></tr>".repeat(1_000) + "</table>";

        assertThat(Markup.storage(body).toMarkdown().output().length()).isLessThan(100 * body.length());
        assertThat(Markup.storage(body).toText().output().length()).isLessThan(100 * body.length());
        assertThat(Markup.storage(body).toStorage().output()).contains("end");
    }

    @Test
    void a_source_that_inflates_without_end_is_left_out() {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[64 * 1024 * 1024]);
        deflater.finish();
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        byte[] part = new byte[8_192];
        while (!deflater.finished()) {
            bomb.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        String body =
                "<ac:structured-macro ac:name=\"plantumlcloud\"><ac:parameter ac:name=\"compressed\">true</ac:parameter>"
                        + "<ac:parameter ac:name=\"data\">"
                        + Base64.getEncoder().encodeToString(bomb.toByteArray())
                        + "</ac:parameter></ac:structured-macro>";

        assertThat(Markup.storage(body.repeat(20)).toMarkdown().output()).isEmpty();
        assertThat(Markup.storage(body).toMarkdown().report().findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.LEFT_OUT);
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        assertThatThrownBy(() -> StorageReader.create().maxCharacters(3).read("abcd"))
                .isInstanceOf(BodyTooLargeException.class);
        assertThatThrownBy(() -> StorageForm.normal("x".repeat(StorageReader.DEFAULT_MAX_CHARACTERS + 1)))
                .isInstanceOf(BodyTooLargeException.class);
    }

    private static int depth(String body) {
        int[] deepest = {0};
        Markup.storage(body).document().walk((node, depth) -> {
            deepest[0] = Math.max(deepest[0], depth);
            return true;
        });
        return deepest[0];
    }

    /** Bodies without faults and bodies with some are read in two ways, and both have the same limit. */
    @ParameterizedTest
    @ValueSource(strings = {"</div>", ""})
    void elements_below_the_limit_are_nested_and_deeper_ones_are_siblings_and_the_report_tells(String end) {
        String most = "<div>".repeat(198) + "end" + end.repeat(198);
        String more = "<div>".repeat(6_000) + "end" + end.repeat(6_000);

        assertThat(depth(most)).isEqualTo(198 + 2);
        assertThat(Markup.storage(most).report().isEmpty()).isTrue();
        assertThat(depth(more)).isLessThanOrEqualTo(200 + 2);
        assertThat(findings(Markup.storage(more).report())).containsExactly("LIMITED nesting");
    }

    private static List<String> findings(Report report) {
        return report.findings().stream()
                .map(finding -> finding.kind() + " " + finding.subject())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"999, 999", "1000, 1000", "1001, 1000", "1000000, 1000", "99999999999, 1000", "1e3, 1", "+2, 1", "２, 1"
    })
    void a_cell_covers_a_thousand_places_at_most(String span, int columns) {
        String body = "<table><tr><td colspan=\"" + span + "\">a</td></tr></table>";

        assertThat(Markup.storage(body).document().nodes())
                .filteredOn(TableCell.class::isInstance)
                .extracting(cell -> ((TableCell) cell).columnSpan())
                .containsExactly(columns);
    }

    @Test
    void a_cell_that_covers_far_more_places_than_there_are_cells_has_its_own_place_only() {
        Conversion<String> written = Markup.storage(
                        "<table><tr><th colspan=\"1000\" rowspan=\"1000\">a</th></tr></table>")
                .toMarkdown();

        assertThat(written.output()).isEqualTo("| a |\n| --- |\n");
        assertThat(findings(written.report())).containsExactly("LIMITED spans");
    }

    private static String covering(String text, int columns) {
        return "<table><tr><th colspan=\"" + columns + "\">" + text + "</th></tr></table>";
    }

    @Test
    void what_covers_several_places_is_repeated_up_to_two_million_characters_of_a_document() {
        String large = covering("x".repeat(1_000), 1_000);

        Conversion<String> two = Markup.storage(large.repeat(2)).toMarkdown();
        Conversion<String> three = Markup.storage(large.repeat(3)).toMarkdown();

        assertThat(count(two.output(), 'x')).isEqualTo(2_000_000);
        assertThat(two.report().isEmpty()).isTrue();
        assertThat(count(three.output(), 'x')).isBetween(2_000_000L, 2_003_000L);
        assertThat(findings(three.report())).containsExactly("LIMITED spans");
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    @Test
    void a_cell_too_long_to_be_repeated_is_written_once() {
        Conversion<String> written =
                Markup.storage(covering("x".repeat(2_000_001), 3)).toMarkdown();

        assertThat(count(written.output(), 'x')).isEqualTo(2_000_001);
        assertThat(findings(written.report())).containsExactly("LIMITED spans");
    }

    @Test
    void short_rows_of_a_table_that_is_wide_and_long_are_not_filled_up() {
        String wide = "<table><tr>" + "<th>a</th>".repeat(1_000) + "</tr>";

        assertThat(Markup.storage(wide + "<tr><td>b</td></tr>".repeat(199) + "</table>")
                        .toMarkdown()
                        .output())
                .endsWith("\n| b" + " |".repeat(1_000) + "\n");
        assertThat(Markup.storage(wide + "<tr><td>b</td></tr>".repeat(200) + "</table>")
                        .toMarkdown()
                        .output())
                .endsWith("\n| b |\n");
    }

    private static Conversion<String> node(String start, String json) {
        return Markup.storage(start + "<fab:adf><![CDATA[" + json + "]]></fab:adf>")
                .toMarkdown();
    }

    @Test
    void a_node_of_another_format_that_stands_very_deep_is_read_as_its_words() {
        String json =
                "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"end\",\"marks\":[{\"type\":\"strong\"}]}]}";

        assertThat(node("<div>".repeat(58), json).output()).isEqualTo("**end**\n");
        assertThat(node("<div>".repeat(59), json).output()).isEqualTo("end\n");
        assertThat(findings(node("<div>".repeat(59), json).report())).containsExactly("LIMITED nesting");
    }

    @Test
    void a_node_of_another_format_that_is_very_deep_itself_is_read_as_its_words() {
        String paragraph = "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"end\"}]}";
        String quotes = "{\"type\":\"blockquote\",\"content\":[".repeat(70);

        Conversion<String> written = node("", quotes + paragraph + "]}".repeat(70));

        assertThat(written.output()).isEqualTo("end\n");
        assertThat(findings(written.report())).contains("LIMITED nesting");
    }
}
