package dev.confluencekit.markup.gfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Node;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and depths in raw HTML: how far they are followed, and that the report tells where they are not. */
class HtmlLimitsTest {
    private static Conversion<Document> read(String markdown) {
        return MarkdownReader.create().read(markdown);
    }

    private static <T extends Node> T only(Class<T> kind, Conversion<Document> read) {
        List<T> found =
                read.output().nodes().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String words(Conversion<Document> read) {
        return read.output()
                .nodes()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).value())
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_cell_covers_a_thousand_rows_and_columns() {
        Conversion<Document> read = read("<table><tr><td colspan=1000 rowspan=1000>a</table>");

        TableCell cell = only(TableCell.class, read);
        assertThat(cell.columnSpan()).isEqualTo(1_000);
        assertThat(cell.rowSpan()).isEqualTo(1_000);
        assertThat(read.report().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", "999999999", "2147483648", "99999999999999999999"})
    void a_cell_that_covers_more_is_read_as_one_of_a_thousand_and_reported(String span) {
        Conversion<Document> read = read("<table><tr><th colspan=" + span + " rowspan=" + span + ">a</table>");

        TableCell cell = only(TableCell.class, read);
        assertThat(cell.columnSpan()).isEqualTo(1_000);
        assertThat(cell.rowSpan()).isEqualTo(1_000);
        assertThat(read.report().findings())
                .extracting(
                        Finding::kind,
                        Finding::subject,
                        finding -> finding.place().toString())
                .containsExactly(
                        Tuple.tuple(FindingKind.LIMITED, "colspan", "table > row 1 > cell 1"),
                        Tuple.tuple(FindingKind.LIMITED, "rowspan", "table > row 1 > cell 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "+2", "2.5", "2x", "1e3", "\uff12", "''"})
    void a_span_that_is_no_number_of_rows_is_one(String span) {
        assertThat(only(TableCell.class, read("<table><tr><td rowspan=" + span + ">a</table>"))
                        .rowSpan())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "007, 7", "999999999, 999999999", "1000000000, 999999999", "-1, 1", "x, 1"})
    void a_list_begins_with_what_markdown_has_a_number_for(String start, int number) {
        assertThat(only(OrderedList.class, read("<ol start=" + start + "><li>a</ol>"))
                        .start())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<blockquote>", "<details>", "<ul><li>", "<b>", "x <b><i>", "<table><tr><td>"})
    void elements_nested_very_deep_are_siblings_of_those_around_them_and_the_report_tells(String start) {
        Conversion<Document> below = read(start.repeat(12) + "end");
        Conversion<Document> read = read(start.repeat(70) + "end");

        assertThat(below.report().isEmpty()).isTrue();
        assertThat(words(read)).endsWith("end");
        assertThat(read.report().findings())
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(Tuple.tuple(FindingKind.LIMITED, "nesting"));
    }

    @Test
    void elements_are_nested_sixty_one_deep() {
        Conversion<Document> read = read("<blockquote>".repeat(61) + "<b>end</b>");

        assertThat(read("<blockquote>".repeat(61) + "\n\n*end*").report().isEmpty())
                .isTrue();
        assertThat(words(read)).isEqualTo("end");
        assertThat(read.report().of(FindingKind.LIMITED)).hasSize(1);
    }

    @Test
    void five_hundred_elements_make_a_tree_as_deep_as_sixty_two() {
        int[] deepest = {0};
        read("<blockquote>".repeat(500) + "end").output().walk((node, depth) -> {
            deepest[0] = Math.max(deepest[0], depth);
            return true;
        });

        assertThat(deepest[0]).isEqualTo(62 + 2);
    }

    @Test
    void html_in_markdown_in_html_is_text_where_both_together_are_too_deep() {
        StringBuilder markdown = new StringBuilder();
        for (String quotes = ""; quotes.length() < 8; quotes += "> ") {
            markdown.append(quotes).append("<blockquote>".repeat(50)).append('\n');
            markdown.append(quotes).append('\n');
        }

        Conversion<Document> read = read(markdown + "> > > > end");

        assertThat(words(read)).endsWith("end");
        assertThat(read.report().findings())
                .extracting(Finding::message)
                .containsExactly("What is nested deeper than 140 was read as text.");
    }
}
