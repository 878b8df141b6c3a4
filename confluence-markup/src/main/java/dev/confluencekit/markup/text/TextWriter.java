package dev.confluencekit.markup.text;

import dev.confluencekit.markup.internal.plain.Reduction;
import dev.confluencekit.markup.internal.plain.ReductionOptions;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.tree.Document;

/**
 * Writes plain text: what is to be read, without markup, in the order of reading. Every paragraph, heading, item and row of a
 * table ends in a line feed, so that no two words run together; code is verbatim.
 *
 * <p>Immutable, safe for many threads if the resolvers are.
 */
public final class TextWriter {
    private final TextOptions options;

    private TextWriter(TextOptions options) {
        this.options = options;
    }

    /** Makes a writer. */
    public static TextWriter of(TextOptions options) {
        return new TextWriter(options);
    }

    /**
     * Writes a document.
     *
     * @param document from whatever source
     * @return text that ends with one line feed, or is empty; and what could not be carried over
     */
    public Conversion<String> write(Document document) {
        Trail trail = new Trail();
        ReductionOptions reduction = new ReductionOptions(options.resolvers(), false, options.hiddenExcerpts(), true);
        Document reduced = Reduction.reduce(document, reduction, trail);
        TextBlocks blocks = new TextBlocks(options.addresses());
        blocks.write(reduced.blocks());
        return new Conversion<>(blocks.text(), trail.report());
    }
}
