package dev.confluencekit.markup.gfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.text.TextOptions;
import dev.confluencekit.markup.text.TextWriter;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown of which the parser would make the square of its length in work, or far more than it is in cells. */
class CostlyMarkdownTest {
    private static Conversion<Document> read(String markdown) {
        return MarkdownReader.create().read(markdown);
    }

    private static String text(Document document) {
        return TextWriter.of(TextOptions.defaults()).write(document).output();
    }

    private static List<FindingKind> kinds(Conversion<Document> read) {
        return read.report().findings().stream().map(Finding::kind).toList();
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "(" + i + ")\n").collect(Collectors.joining());
    }

    private static String oneLine(String lines) {
        return lines.strip().replace('\n', ' ') + "\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"|\n", "[a]\n", "(a)\n"})
    @Timeout(10)
    void a_paragraph_of_very_many_lines_takes_time_by_its_length_only(String line) {
        Conversion<Document> read = read("a\n" + line.repeat(150_000));

        assertThat(text(read.output())).isEqualTo(oneLine("a\n" + (line.strip() + "\n").repeat(150_000)));
        assertThat(kinds(read)).containsExactly(FindingKind.LIMITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1986. a\n", "    a\n"})
    @Timeout(10)
    void lines_that_may_be_something_else_where_a_part_begins_are_all_there(String line) {
        Conversion<Document> read = read("b\n" + line.repeat(150_000));

        assertThat(text(read.output()).chars().filter(c -> c == 'a').count()).isEqualTo(150_000);
        assertThat(kinds(read)).contains(FindingKind.LIMITED);
    }

    @Test
    void a_paragraph_of_very_many_lines_is_one_paragraph() {
        Conversion<Document> read = read("before\n\n" + lines(2_345) + "\nafter\n");

        assertThat(read.output().blocks()).hasSize(3).allMatch(Paragraph.class::isInstance);
        assertThat(text(new Document(List.of(read.output().blocks().get(1))))).isEqualTo(oneLine(lines(2_345)));
    }

    @Test
    void a_paragraph_of_very_many_lines_in_an_item_is_one_paragraph() {
        String item = lines(700).replace("\n", "\n   ");

        Block list = read("1. " + item).output().blocks().get(0);

        ListItem only = ((OrderedList) list).items().get(0);
        assertThat(only.content()).hasSize(1);
        assertThat(text(new Document(only.content()))).isEqualTo(oneLine(lines(700)));
    }

    @Test
    void a_paragraph_with_many_lines_is_read_whole() {
        Conversion<Document> read = read("(**a\n" + lines(490) + "b**)\n");

        assertThat(kinds(read)).isEmpty();
        assertThat(read.output().blocks()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {499, 500, 501, 650})
    void what_ends_a_paragraph_of_very_many_lines_is_what_it_is_elsewhere(int count) {
        List<Block> table = read(lines(count) + "| a | b |\n|---|---|\n| c | d |\n")
                .output()
                .blocks();
        List<Block> code = read(lines(count) + "```\nx\n```\n").output().blocks();
        List<Block> heading = read(lines(count) + "# x\n").output().blocks();

        assertThat(table).hasSize(2).last().isInstanceOf(Table.class);
        assertThat(code).hasSize(2).last().isEqualTo(CodeBlock.of("x"));
        assertThat(heading).hasSize(2).last().isInstanceOf(Heading.class);
    }

    @Test
    @Timeout(10)
    void brackets_that_are_open_around_very_many_links_take_time_by_their_number_only() {
        String markdown = "[a]: /b\n\n" + "[".repeat(100_000) + "a" + "][a]".repeat(100_000);

        Conversion<Document> read = read(markdown);

        assertThat(kinds(read)).contains(FindingKind.LIMITED);
        assertThat(text(read.output()).chars().filter(c -> c == '[').count()).isGreaterThan(99_000);
    }

    @Test
    void brackets_behind_very_many_open_ones_are_text_until_the_paragraph_ends() {
        Conversion<Document> read = read("[".repeat(300) + "[a\n\n[c](/d)\n");

        assertThat(text(read.output())).startsWith("[".repeat(301) + "a\n");
        assertThat(read.output().nodes().filter(Link.class::isInstance)).hasSize(1);
        assertThat(kinds(read)).contains(FindingKind.LIMITED);
    }

    @Test
    void brackets_are_kept_wherever_they_were_hidden() {
        String many = "[".repeat(300);

        Conversion<Document> read =
                read("a `" + many + "`\n```x " + many + "\n" + many + "\n```\n<b title=\"" + many + "\">");

        String text = text(read.output());
        assertThat(text).doesNotContain("\uffff").contains("a " + many);
        assertThat(text.chars().filter(c -> c == '[').count()).isGreaterThanOrEqualTo(600);
    }

    @Test
    void many_brackets_that_are_closed_are_links() {
        Conversion<Document> read = read("[a](/b) ".repeat(1_000));

        assertThat(read.output().nodes().filter(Link.class::isInstance)).hasSize(1_000);
        assertThat(kinds(read)).doesNotContain(FindingKind.LIMITED);
    }

    @Test
    void a_table_whose_rows_would_be_filled_up_without_end_is_text() {
        String markdown = "|a".repeat(1_000) + "|\n" + "|-".repeat(1_000) + "|\n" + "|c\n".repeat(1_000);

        Conversion<Document> read = read(markdown);

        assertThat(read.output().nodes().noneMatch(Table.class::isInstance)).isTrue();
        assertThat(text(read.output())).startsWith("|a|a|").endsWith("|c |c\n");
        assertThat(kinds(read)).contains(FindingKind.LIMITED);
    }

    @Test
    void a_table_of_very_many_rows_is_a_table() {
        Conversion<Document> read = read("|a|b|\n|-|-|\n" + "|c|d|\n".repeat(120_000));

        assertThat(read.output().blocks()).hasSize(1);
        assertThat(((Table) read.output().blocks().get(0)).rows()).hasSize(120_001);
        assertThat(kinds(read)).isEmpty();
    }

    @Test
    void an_address_that_is_written_once_is_not_repeated_without_end() {
        String address = "https://x.test/" + "a".repeat(50_000);

        Conversion<Document> read = read("[a]: " + address + "\n\n" + "[a] ![a] ".repeat(10_000));

        assertThat(read.output().nodes().filter(node -> node instanceof Link || node instanceof Image))
                .hasSizeBetween(10, 100);
        assertThat(text(read.output()).chars().filter(c -> c == 'a').count()).isGreaterThanOrEqualTo(20_000);
        assertThat(kinds(read)).contains(FindingKind.LIMITED);
    }

    @Test
    void an_address_that_is_written_once_is_used_as_often_as_people_do() {
        Conversion<Document> read = read("[a]: https://x.test/" + "a".repeat(80) + "\n\n" + "See [a]. ".repeat(5_000));

        assertThat(read.output().nodes().filter(Link.class::isInstance)).hasSize(5_000);
        assertThat(kinds(read)).isEmpty();
    }
}
