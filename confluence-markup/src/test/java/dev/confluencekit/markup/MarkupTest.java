package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.chunk.Chunk;
import dev.confluencekit.markup.chunk.ChunkSource;
import org.junit.jupiter.api.Test;

/** The ways in and out, by one door. */
class MarkupTest {
    private static final String STORAGE =
            "<h1>Oil</h1><p>Every <strong>500 km</strong>.</p><ac:structured-macro ac:name=\"nobody-knows\"/>";
    private static final String ADF = "{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"heading\",\"attrs\":"
            + "{\"level\":1},\"content\":[{\"type\":\"text\",\"text\":\"Oil\"}]},{\"type\":\"paragraph\",\"content\":["
            + "{\"type\":\"text\",\"text\":\"Every \"},{\"type\":\"text\",\"text\":\"500 km\",\"marks\":[{\"type\":\"strong\"}]},"
            + "{\"type\":\"text\",\"text\":\".\"}]}]}";
    private static final String MARKDOWN = "# Oil\n\nEvery **500 km**.\n";

    @Test
    void bodies_ofAllFormats_becomeTheSameMarkdown() {
        assertThat(Markup.storage(STORAGE).toMarkdown().output()).isEqualTo(MARKDOWN);
        assertThat(Markup.adf(ADF).toMarkdown().output()).isEqualTo(MARKDOWN);
        assertThat(Markup.markdown(MARKDOWN).toMarkdown().output()).isEqualTo(MARKDOWN);
    }

    @Test
    void markdown_becomesStorage() {
        assertThat(Markup.markdown(MARKDOWN).toStorage().output())
                .isEqualTo("<h1>Oil</h1><p>Every <strong>500 km</strong>.</p>");
    }

    @Test
    void chunks_comeWithWhatTheReaderAndTheCutterFound() {
        var chunks = Markup.storage(STORAGE).toChunks(ChunkSource.of("7", "Care"));

        assertThat(chunks.output())
                .extracting(Chunk::text)
                .singleElement()
                .asString()
                .contains("Every 500 km.");
        assertThat(chunks.report().findings())
                .anySatisfy(found -> assertThat(found.subject()).isEqualTo("nobody-knows"));
    }
}
