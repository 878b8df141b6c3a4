package dev.confluencekit.markup.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.gfm.MarkdownReader;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.storage.StorageReader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What would be repeated in each chunk of a page, and is too large for that. */
class LargePartsTest {
    private static final ChunkSource PAGE = new ChunkSource("7", 3, "DOCS", "Page", "https://x.test/wiki/7");

    private static Conversion<List<Chunk>> chunks(int size, String markdown) {
        return Chunker.create()
                .maxSize(size)
                .chunk(PAGE, MarkdownReader.create().read(markdown).output());
    }

    private static String text(Conversion<List<Chunk>> chunks) {
        return chunks.output().stream().map(Chunk::text).collect(Collectors.joining());
    }

    private static List<FindingKind> kinds(Conversion<List<Chunk>> chunks) {
        return chunks.report().findings().stream().map(Finding::kind).toList();
    }

    private static int count(String text, String word) {
        return text.split(word, -1).length - 1;
    }

    @Test
    void a_link_with_a_long_address_is_not_cut_as_long_as_it_fits() {
        String link = "[" + "linked ".repeat(9) + "words](https://x.test/" + "a".repeat(100) + ")";

        Conversion<List<Chunk>> chunks = chunks(200, "word ".repeat(36) + link + " word".repeat(60));

        String markdown = chunks.output().stream().map(Chunk::markdown).collect(Collectors.joining());
        assertThat(count(markdown, "\\Q" + link + "\\E")).isEqualTo(1);
        assertThat(count(markdown, "https")).isEqualTo(1);
        assertThat(kinds(chunks)).isEmpty();
        assertThat(chunks.output()).allMatch(chunk -> chunk.markdown().length() <= 200);
    }

    @Test
    void a_link_with_a_long_address_that_does_not_fit_is_its_words() {
        Conversion<List<Chunk>> chunks =
                chunks(200, "[" + "word ".repeat(60) + "](https://x.test/" + "a".repeat(100) + ")");

        assertThat(chunks.output()).hasSize(2).allMatch(chunk -> chunk.links().isEmpty());
        assertThat(count(text(chunks), "word")).isEqualTo(60);
        assertThat(kinds(chunks)).containsExactly(FindingKind.SIMPLIFIED);
    }

    @Test
    void a_link_with_a_short_address_goes_on_in_the_next_chunk() {
        Conversion<List<Chunk>> chunks = chunks(200, "[" + "word ".repeat(60) + "](https://x.test/a)");

        assertThat(chunks.output())
                .hasSizeGreaterThan(1)
                .noneMatch(chunk -> chunk.links().isEmpty());
    }

    @Test
    void an_endless_address_makes_no_more_chunks_than_its_characters_fill() {
        Conversion<List<Chunk>> chunks = chunks(200, "http://" + "x.test/".repeat(2_000));

        assertThat(chunks.output()).hasSizeLessThan(80);
        assertThat(text(chunks).replace("\n", "")).isEqualTo("http://" + "x.test/".repeat(2_000));
    }

    @Test
    void a_header_that_is_too_large_to_be_repeated_stands_once() {
        String table = "| " + "header ".repeat(25) + "|\n|---|\n" + "| cell |\n".repeat(60);

        Conversion<List<Chunk>> chunks = chunks(200, table);

        assertThat(count(text(chunks), "header")).isEqualTo(25);
        assertThat(count(text(chunks), "cell")).isEqualTo(60);
        assertThat(chunks.output()).hasSizeGreaterThan(2).allMatch(chunk -> chunk.kind() == ChunkKind.TABLE);
        assertThat(kinds(chunks)).containsExactly(FindingKind.SIMPLIFIED);
    }

    @Test
    void a_heading_that_is_far_too_long_is_named_by_its_beginning() {
        String heading = "word ".repeat(1_000).strip();

        Conversion<List<Chunk>> chunks = chunks(500, "# Top\n\n## " + heading + "\n\nbelow\n");

        assertThat(count(text(chunks), "word")).isEqualTo(1_000);
        Chunk last = chunks.output().get(chunks.output().size() - 1);
        assertThat(last.text()).contains("below");
        assertThat(last.headings()).hasSize(3).first().isEqualTo("Page");
        assertThat(last.headings().get(2)).isEqualTo("word ".repeat(200) + "…");
        assertThat(last.url()).isEqualTo("https://x.test/wiki/7");
    }

    @Test
    void the_name_of_a_heading_is_never_cut_inside_a_character() {
        Conversion<List<Chunk>> chunks = chunks(500, "# " + "a" + "\ud83d\ude00".repeat(600) + "\n\nbelow\n");

        assertThat(chunks.output().get(0).headings().get(1)).isEqualTo("a" + "\ud83d\ude00".repeat(499) + "…");
    }

    @Test
    void a_huge_cell_that_covers_many_rows_is_not_in_all_of_them() {
        String table = "<table><tr><td rowspan=\"900\">" + "big ".repeat(10_000) + "</td><td>row</td></tr>"
                + "<tr><td>row</td></tr>".repeat(899) + "</table>";

        Conversion<List<Chunk>> chunks =
                Chunker.create().chunk(PAGE, StorageReader.create().read(table).output());

        assertThat(count(text(chunks), "row")).isEqualTo(900);
        assertThat(count(text(chunks), "big")).isBetween(10_000, 150_000);
        assertThat(kinds(chunks)).contains(FindingKind.LIMITED);
    }
}
