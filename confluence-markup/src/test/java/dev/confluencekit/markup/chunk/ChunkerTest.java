package dev.confluencekit.markup.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.markup.gfm.MarkdownReader;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.storage.StorageReader;
import dev.confluencekit.markup.tree.Document;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChunkerTest {
    private static final ChunkSource PAGE = new ChunkSource("7", 3, "DOCS", "Page", "https://x.test/wiki/7");

    private static Document markdown(String markdown) {
        return MarkdownReader.create().read(markdown).output();
    }

    private static List<Chunk> chunks(int size, String markdown) {
        return Chunker.create().maxSize(size).chunk(PAGE, markdown(markdown)).output();
    }

    private static String words(int count) {
        return "word ".repeat(count).strip() + ".";
    }

    @Test
    void what_is_small_is_one_chunk_with_its_headings_and_all_that_is_known_of_the_page() {
        List<Chunk> chunks = chunks(500, "# Set up\n\nFirst **this**.\n\n## Then\n\n- [that](https://y.test)\n");

        assertThat(chunks).hasSize(1);
        Chunk chunk = chunks.get(0);
        assertThat(chunk.source()).isEqualTo(PAGE);
        assertThat(chunk.headings()).containsExactly("Page", "Set up");
        assertThat(chunk.ordinal()).isZero();
        assertThat(chunk.markdown()).isEqualTo("# Set up\n\nFirst **this**.\n\n## Then\n\n- [that](https://y.test)\n");
        assertThat(chunk.text()).contains("First this.").contains("that").doesNotContain("*");
        assertThat(chunk.kind()).isEqualTo(ChunkKind.MIXED);
        assertThat(chunk.url()).isEqualTo("https://x.test/wiki/7#Set-up");
        assertThat(chunk.links()).containsExactly(new ChunkLink("https://y.test", "that"));
    }

    @Test
    void what_stands_before_all_headings_goes_with_what_is_below_them() {
        List<Chunk> chunks = chunks(500, "before\n\n## A\n\na\n\n### B\n\nb\n\n## C\n\nc\n\n# D\n\nd\n");

        assertThat(chunks)
                .extracting(chunk -> String.join("/", chunk.headings()), Chunk::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Page", "before\nA\na\nB\nb\nC\nc\nD\nd\n"));
    }

    @Test
    void nothing_is_joined_across_a_heading_of_the_same_level_or_a_higher_one() {
        List<Chunk> chunks = chunks(500, "## A\n\na\n\n### B\n\nb\n\n## C\n\nc\n\n# D\n\nd\n");

        assertThat(chunks)
                .extracting(chunk -> String.join("/", chunk.headings()))
                .containsExactly("Page/A", "Page/C", "Page/D");
        assertThat(chunks.get(0).markdown()).isEqualTo("## A\n\na\n\n### B\n\nb\n");
    }

    @Test
    void a_heading_is_with_what_is_below_it_and_never_alone() {
        List<Chunk> chunks =
                chunks(60, "# A\n\n" + words(9) + "\n\n## B\n\n" + words(9) + "\n\n## Empty\n\n## C\n\nc\n\n## Last\n");

        assertThat(chunks)
                .extracting(Chunk::markdown)
                .allMatch(text -> text.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#")));
        assertThat(chunks.get(1).markdown()).startsWith("## B\n\nword");
        assertThat(chunks.get(2).markdown()).startsWith("## Empty\n\n## C\n\nc\n");
        assertThat(chunks.get(2).headings()).containsExactly("Page", "A", "C");
        assertThat(chunks.stream().map(Chunk::text).collect(Collectors.joining()))
                .contains("Last");
    }

    @Test
    void a_table_that_is_too_large_is_cut_between_rows_and_each_part_has_the_header() {
        StringBuilder table = new StringBuilder("## T\n\n| Name | Age |\n|---|---|\n");
        for (int i = 0; i < 40; i++) {
            table.append("| person").append(i).append(" | ").append(i).append(" |\n");
        }

        List<Chunk> chunks = chunks(200, table.toString());

        assertThat(chunks).hasSizeGreaterThan(3).allSatisfy(chunk -> {
            assertThat(chunk.markdown()).contains("| Name | Age |").hasSizeLessThanOrEqualTo(200);
            assertThat(chunk.kind()).isEqualTo(ChunkKind.TABLE);
            assertThat(chunk.headings()).containsExactly("Page", "T");
        });
        assertThat(chunks).extracting(Chunk::ordinal).startsWith(0, 1, 2);
        assertThat(count(chunks, "person\\d+")).isEqualTo(40);
        assertThat(chunks.get(0).markdown()).startsWith("## T\n\n|");
    }

    /** Spenhouet#292: values of merged cells. */
    @Test
    void a_merged_cell_is_in_each_part_of_the_table_that_it_covers() {
        String rows = "<tr><td rowspan=\"20\">all</td><td>r0</td></tr>"
                + java.util.stream.IntStream.range(1, 20)
                        .mapToObj(i -> "<tr><td>r" + i + "</td></tr>")
                        .collect(Collectors.joining());
        Document document = StorageReader.create()
                .read("<table><tbody>" + rows + "</tbody></table>")
                .output();

        List<Chunk> chunks = Chunker.create().maxSize(80).chunk(PAGE, document).output();

        assertThat(chunks)
                .hasSizeGreaterThan(2)
                .allSatisfy(chunk -> assertThat(chunk.markdown()).contains("| all | r"));
    }

    @Test
    void code_that_is_too_large_is_cut_between_lines_and_each_part_has_the_fence() {
        String code = "  line();\n".repeat(60);

        List<Chunk> chunks = chunks(200, "```java\n" + code + "```\n");

        assertThat(chunks)
                .hasSizeGreaterThan(2)
                .allSatisfy(chunk -> assertThat(chunk.markdown())
                        .startsWith("```java\n  line();\n")
                        .endsWith("\n```\n")
                        .hasSizeLessThanOrEqualTo(200));
        assertThat(count(chunks, "line\\(\\);")).isEqualTo(60);
    }

    @Test
    void a_list_is_cut_between_items_and_goes_on_with_its_number() {
        StringBuilder list = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            list.append(i).append(". item ").append(words(4)).append('\n');
        }

        List<Chunk> chunks = chunks(150, list.toString());

        assertThat(chunks.get(0).markdown()).startsWith("1. item");
        assertThat(chunks.get(1).markdown()).matches("(?s)[2-9]\\. item.*");
        assertThat(count(chunks, "item")).isEqualTo(20);
    }

    @Test
    void a_panel_that_is_too_large_is_a_panel_in_each_part() {
        String panel = ("> " + words(15) + "\n>\n").repeat(10);

        List<Chunk> chunks = chunks(250, "> [!WARNING]\n" + panel);

        assertThat(chunks).hasSizeGreaterThan(2).allSatisfy(chunk -> {
            assertThat(chunk.markdown()).startsWith("> [!WARNING]\n").hasSizeLessThanOrEqualTo(250);
            assertThat(chunk.kind()).isEqualTo(ChunkKind.PANEL);
        });
        assertThat(count(chunks, "word")).isEqualTo(150);
    }

    @Test
    void a_paragraph_that_is_too_large_is_cut_at_the_ends_of_sentences_and_marks_go_on() {
        List<Chunk> chunks = chunks(60, "One is short. **Two is bold. Three, too!** Is four v1.5? Five.");

        assertThat(chunks)
                .extracting(Chunk::markdown)
                .containsExactly("One is short. **Two is bold.**\n", "**Three, too!** Is four v1.5? Five.\n");
        assertThat(chunks(60, "a\\\nb\\\n" + words(15)))
                .extracting(Chunk::markdown)
                .first()
                .asString()
                .startsWith("a\\\nb\\\nword");
        assertThat(chunks(50, "**" + "这是一句话。".repeat(20) + "**"))
                .extracting(Chunk::text)
                .allMatch(text -> text.strip().endsWith("。"));
    }

    @Test
    void no_cut_is_inside_what_people_take_for_one_character() {
        String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
        String accent = "e\u0301";

        assertThat(chunks(50, family.repeat(40)))
                .extracting(chunk -> chunk.text().strip())
                .allMatch(text -> text.replace(family, "").isEmpty());
        assertThat(chunks(51, accent.repeat(200)))
                .extracting(chunk -> chunk.text().strip())
                .allMatch(text -> text.replace(accent, "").isEmpty());
    }

    @Test
    void ids_stay_while_headings_stay_and_hashes_stay_while_content_stays() {
        List<Chunk> before = chunks(500, "# A\n\na\n\n# B\n\nb\n");
        List<Chunk> after = chunks(500, "# New\n\nn\n\n# A\n\nchanged\n\n# B\n\nb\n");

        assertThat(after.get(1).id()).isEqualTo(before.get(0).id());
        assertThat(after.get(1).contentHash()).isNotEqualTo(before.get(0).contentHash());
        assertThat(after.get(2).id()).isEqualTo(before.get(1).id());
        assertThat(after.get(2).contentHash()).isEqualTo(before.get(1).contentHash());
        assertThat(before.get(0).id()).hasSize(32);
    }

    @Test
    void sections_of_the_same_name_have_ids_and_anchors_of_their_own() {
        List<Chunk> chunks = chunks(500, "# 1 A\n\na\n\n# 1 A\n\nb\n");

        assertThat(chunks.get(0).id()).isNotEqualTo(chunks.get(1).id());
        assertThat(chunks)
                .extracting(Chunk::url)
                .containsExactly("https://x.test/wiki/7#id-1-A", "https://x.test/wiki/7#id-1-A.1");
    }

    @Test
    void files_are_named_whether_they_are_shown_or_linked_to() {
        Document document = StorageReader.create()
                .read("<p><ac:image><ri:attachment ri:filename=\"a b.png\" /></ac:image>"
                        + "<ac:link><ri:attachment ri:filename=\"c.pdf\" /></ac:link></p>")
                .output();

        assertThat(Chunker.create().chunk(PAGE, document).output().get(0).attachments())
                .containsExactly("a b.png", "c.pdf");
    }

    @Test
    void a_counter_says_what_is_large() {
        Chunker byWords = Chunker.create()
                .maxSize(50)
                .counter(text -> text.isBlank() ? 0 : text.strip().split("\\s+").length);

        List<Chunk> chunks =
                byWords.chunk(PAGE, markdown((words(9) + " ").repeat(30))).output();

        assertThat(chunks)
                .hasSize(6)
                .allSatisfy(
                        chunk -> assertThat(chunk.text().split("\\s+").length).isLessThanOrEqualTo(50));
    }

    @Test
    void an_empty_page_and_one_of_headings_only_have_no_chunk() {
        Conversion<List<Chunk>> headings = Chunker.create().chunk(PAGE, markdown("# A\n\n## B\n"));

        assertThat(chunks(100, "")).isEmpty();
        assertThat(headings.output()).isEmpty();
        assertThat(headings.report().of(FindingKind.LEFT_OUT)).hasSize(1);
    }

    @Test
    void a_size_that_is_too_small_is_refused() {
        assertThatThrownBy(() -> Chunker.create().maxSize(49))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size");
    }

    @Test
    @Timeout(60)
    void no_chunk_is_too_large_and_no_word_is_lost_whatever_the_page() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 150; i++) {
            StringBuilder page = new StringBuilder();
            int tokens = 0;
            for (int j = random.nextInt(1, 12); j > 0; j--) {
                String words = "t" + " w".repeat(random.nextInt(60));
                tokens++;
                page.append(
                        switch (random.nextInt(8)) {
                            case 0 -> "## " + "t" + "\n\n";
                            case 1 -> "```\n" + words.replace(' ', '\n') + "\n```\n\n";
                            case 2 -> "- " + words + "\n\n";
                            case 3 -> "> [!NOTE]\n> " + words + "\n\n";
                            case 4 -> "> " + words + "\n\n";
                            case 5 -> "| h | g |\n|---|---|\n| " + words + " | x |\n\n";
                            case 6 -> "- [ ] " + words + "\n\n";
                            default -> "*" + words + "*\n\n";
                        });
            }
            page.append("end\n");

            List<Chunk> chunks = chunks(100, page.toString());

            assertThat(chunks).as(page.toString()).allSatisfy(chunk -> {
                assertThat(chunk.markdown()).hasSizeLessThanOrEqualTo(100);
                assertThat(chunk.text()).hasSizeLessThanOrEqualTo(100);
            });
            assertThat(count(chunks, "\\bt\\b")).as(page.toString()).isEqualTo(tokens);
        }
    }

    private static int count(List<Chunk> chunks, String pattern) {
        int count = 0;
        for (Chunk chunk : chunks) {
            Matcher found = Pattern.compile(pattern).matcher(chunk.text());
            while (found.find()) {
                count++;
            }
        }
        return count;
    }
}
