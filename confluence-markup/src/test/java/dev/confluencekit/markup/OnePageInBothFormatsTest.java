package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.chunk.Chunk;
import dev.confluencekit.markup.chunk.ChunkSource;
import dev.confluencekit.markup.markdown.MarkdownOptions;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.markup.text.PageProperties;
import dev.confluencekit.markup.text.TextOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page is the same for its readers, whichever format it was asked for in. A failure names the seed. */
class OnePageInBothFormatsTest {
    private static final ChunkSource PAGE = new ChunkSource("7", 3, "DOCS", "Page", null);

    /** The new editor writes names beside ids, the storage format ids only. */
    private static final Resolvers PEOPLE = Resolvers.none().users(user -> Optional.of("Name of " + user.accountId()));

    @Test
    void a_page_gives_the_same_output_from_both_formats() {
        check(1, 1_000);
    }

    @Test
    @Tag("proof")
    void a_hundred_thousand_pages_give_the_same_output_from_both_formats() {
        check(1_000_000, 100_000);
    }

    private static void check(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            check(seed);
        }
    }

    private static void check(long seed) {
        BothFormats page = PageGenerator.of(seed);
        Markup storage = Markup.storage(page.storage());
        Markup adf = Markup.adf(page.adf());
        Conversion<String> markdown =
                storage.toMarkdown(MarkdownOptions.defaults().resolvers(PEOPLE));
        Conversion<String> other = adf.toMarkdown(MarkdownOptions.defaults().resolvers(PEOPLE));
        String what = "seed " + seed;

        assertThat(storage.report().findings()).as(what).isEmpty();
        assertThat(adf.report().findings()).as(what).isEmpty();
        assertThat(other.output()).as("Markdown, %s", what).isEqualTo(markdown.output());
        assertThat(findings(other)).as("report, %s", what).isEqualTo(findings(markdown));
        assertThat(adf.toText(TextOptions.defaults().resolvers(PEOPLE)).output())
                .as("text, %s", what)
                .isEqualTo(
                        storage.toText(TextOptions.defaults().resolvers(PEOPLE)).output());
        assertThat(chunks(adf)).as("chunks, %s", what).isEqualTo(chunks(Markup.storage(page.storage())));
        TextOptions named = TextOptions.defaults().resolvers(PEOPLE);
        assertThat(PageProperties.of(adf.document(), named))
                .as("properties, %s", what)
                .isEqualTo(PageProperties.of(storage.document(), named));
    }

    /** Tiles of files are a macro in one format only. */
    private static List<String> findings(Conversion<String> conversion) {
        return conversion.report().findings().stream()
                .map(finding -> finding.kind() + " " + finding.subject() + " "
                        + finding.place().toString().replaceAll("( > )?macro view-file", ""))
                .toList();
    }

    private static List<String> chunks(Markup page) {
        return page.toChunks(PAGE).output().stream()
                .map(Chunk::text)
                .map(text -> text.replaceAll("@(unknown|Old name)", "@"))
                .toList();
    }
}
