package dev.confluencekit.markup.chunk;

import dev.confluencekit.markup.markdown.MarkdownOptions;
import dev.confluencekit.markup.markdown.MarkdownWriter;
import dev.confluencekit.markup.text.TextOptions;
import dev.confluencekit.markup.text.TextWriter;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Document;
import java.util.List;

/** Writes blocks and measures what was written. */
final class Sizes {
    private static final MarkdownWriter MARKDOWN = MarkdownWriter.of(MarkdownOptions.defaults());
    private static final TextWriter TEXT = TextWriter.of(TextOptions.defaults());

    private final SizeCounter counter;

    Sizes(SizeCounter counter) {
        this.counter = counter;
    }

    static String markdown(List<Block> blocks) {
        return MARKDOWN.write(new Document(blocks)).output();
    }

    static String text(List<Block> blocks) {
        return TEXT.write(new Document(blocks)).output();
    }

    /** The larger one of text and Markdown, with the blank line that parts it from what is before it. */
    int of(List<Block> blocks) {
        return Math.max(counter.count(markdown(blocks)), counter.count(text(blocks))) + counter.count("\n");
    }

    int of(Block block) {
        return of(List.of(block));
    }

    int ofWords(String words) {
        return counter.count(words);
    }
}
