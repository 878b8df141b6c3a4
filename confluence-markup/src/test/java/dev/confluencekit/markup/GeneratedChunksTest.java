package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.chunk.Chunk;
import dev.confluencekit.markup.chunk.ChunkSource;
import dev.confluencekit.markup.chunk.Chunker;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for the chunks of every body. A failure names the seed. */
class GeneratedChunksTest {
    private static final Pattern WORD = Pattern.compile("Q[0-9A-Z]*?Q");
    private static final ChunkSource PAGE = new ChunkSource("7", 3, "DOCS", "Page", "https://x.test/wiki/7");
    private static final int[] SIZES = {50, 200, 1_200};

    private static final int LEAST_WITH_LONG_LINKS = 200;

    /** What is smaller may have to cut words. */
    private static final int LEAST_WITH_WHOLE_WORDS = 1_200;

    @Test
    void words_are_in_one_chunk_each_and_no_chunk_is_too_large_or_nothing_but_a_heading() {
        check(1, 300);
    }

    @Test
    @Tag("proof")
    void the_same_of_twenty_thousand_bodies() {
        check(1_000_000, 20_000);
    }

    private static void check(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            StorageGenerator generator = StorageGenerator.of(seed);
            check(seed, generator, SIZES[(int) (seed % SIZES.length)]);
        }
    }

    private static void check(long seed, StorageGenerator generator, int size) {
        // Headings with nothing below them would be in no chunk.
        Document document = Markup.storage(generator.body() + "<p>end</p>").document();
        Chunker chunker = Chunker.create().maxSize(size);
        Conversion<List<Chunk>> cut = chunker.chunk(PAGE, document);
        List<Chunk> chunks = cut.output();
        // A link of one word may be longer than the smallest chunk.
        boolean uncut = cut.report().of(FindingKind.LIMITED).stream()
                .anyMatch(finding -> finding.subject().equals("size"));
        int most = uncut && size < LEAST_WITH_LONG_LINKS ? LEAST_WITH_LONG_LINKS : size;
        String what = "seed " + seed + ", size " + size;

        assertThat(chunker.chunk(PAGE, document).output()).as("again, %s", what).isEqualTo(chunks);
        assertThat(chunks).extracting(Chunk::id).as("ids, %s", what).doesNotHaveDuplicates();
        Map<String, Integer> seen = new LinkedHashMap<>();
        Map<List<String>, Integer> ordinals = new LinkedHashMap<>();
        for (Chunk chunk : chunks) {
            assertThat(chunk.text().length())
                    .as("text, %s\n%s", what, chunk.text())
                    .isLessThanOrEqualTo(most);
            assertThat(chunk.markdown().length())
                    .as("Markdown, %s\n%s", what, chunk.markdown())
                    .isLessThanOrEqualTo(most);
            assertThat(chunk.ordinal())
                    .as("ordinals, %s", what)
                    .isEqualTo(ordinals.merge(chunk.headings(), 1, Integer::sum) - 1);
            assertThat(isWhole(chunk.text()))
                    .as("characters, %s\n%s", what, chunk.text())
                    .isTrue();
            assertThat(chunk.markdown().lines().allMatch(line -> line.isBlank() || line.matches("#{1,6} .*")))
                    .as("nothing but headings, %s\n%s", what, chunk.markdown())
                    .isFalse();
            words(chunk.text()).forEach(word -> seen.merge(word, 1, Integer::sum));
        }
        if (size < LEAST_WITH_WHOLE_WORDS) {
            String all = chunks.stream().map(Chunk::text).collect(Collectors.joining());
            assertThat(all.chars().filter(c -> c == 'Q').count())
                    .as("letters of words, %s", what)
                    .isGreaterThanOrEqualTo(2L * generator.words().size());
            return;
        }
        assertThat(new ArrayList<>(seen.keySet())).as("words, %s", what).isEqualTo(generator.words());
        seen.keySet().removeAll(generator.repeated());
        assertThat(seen.values()).as("each word once, %s\n%s", what, seen).allMatch(count -> count == 1);
    }

    private static boolean isWhole(String text) {
        return text.isEmpty()
                || (!Character.isLowSurrogate(text.charAt(0))
                        && !Character.isHighSurrogate(text.charAt(text.length() - 1)));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
