package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.internal.plain.Reduction;
import dev.confluencekit.markup.internal.plain.ReductionOptions;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.markdown.MarkdownOptions.Choice;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.tree.Document;

/**
 * Writes Markdown in GitHub's flavour: tables, task lists, strikethrough, alerts. What Markdown has no words for is HTML that
 * every viewer lets through ({@code <br>} in tables, {@code <sub>}, {@code <details>}); whatever text a page holds, it never
 * becomes markup. The same document and options give the same output.
 *
 * <p>Immutable, safe for many threads if the resolvers are.
 */
public final class MarkdownWriter {
    private final MarkdownOptions options;

    private MarkdownWriter(MarkdownOptions options) {
        this.options = options;
    }

    /** Makes a writer. */
    public static MarkdownWriter of(MarkdownOptions options) {
        return new MarkdownWriter(options);
    }

    /**
     * Writes a document.
     *
     * @param document from whatever source
     * @return Markdown that ends with one line feed, or is empty; and what could not be carried over
     */
    public Conversion<String> write(Document document) {
        Trail trail = new Trail();
        ReductionOptions reduction = new ReductionOptions(
                options.resolvers(),
                options.has(Choice.UNKNOWN_MACROS),
                options.has(Choice.HIDDEN_EXCERPTS),
                options.has(Choice.IGNORED_PARTS));
        Document reduced = Reduction.reduce(document, reduction, trail);
        if (!options.has(Choice.HTML_MARKS)) {
            LostMarks.tell(reduced, trail);
        }
        Output output = new Output();
        new BlockWriter(output, options, trail).write(reduced.blocks());
        return new Conversion<>(output.finish(), trail.report());
    }
}
