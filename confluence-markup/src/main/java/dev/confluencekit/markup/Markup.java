package dev.confluencekit.markup;

import dev.confluencekit.markup.adf.AdfReader;
import dev.confluencekit.markup.chunk.Chunk;
import dev.confluencekit.markup.chunk.ChunkSource;
import dev.confluencekit.markup.chunk.Chunker;
import dev.confluencekit.markup.error.MarkupException;
import dev.confluencekit.markup.gfm.MarkdownReader;
import dev.confluencekit.markup.markdown.MarkdownOptions;
import dev.confluencekit.markup.markdown.MarkdownWriter;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.Report;
import dev.confluencekit.markup.storage.StorageReader;
import dev.confluencekit.markup.storage.StorageWriter;
import dev.confluencekit.markup.text.PageProperties;
import dev.confluencekit.markup.text.TextOptions;
import dev.confluencekit.markup.text.TextWriter;
import dev.confluencekit.markup.tree.Document;
import java.util.List;
import java.util.Map;

/**
 * A body that has been read, to be written in other ways:
 *
 * <pre>{@code
 * Conversion<String> markdown = Markup.storage(body).toMarkdown();
 * System.out.println(markdown.output());
 * markdown.report().findings().forEach(System.err::println);
 * }</pre>
 *
 * <p>Immutable, safe for many threads. The readers and writers that it puts together can be used alone, too.
 */
public final class Markup {
    private final Document document;
    private final Report report;

    private Markup(Document document, Report report) {
        this.document = document;
        this.report = report;
    }

    /**
     * Reads a body in storage format.
     *
     * @param body as Confluence gives it
     * @return what was read
     * @throws MarkupException if the body is too large
     */
    public static Markup storage(String body) {
        return read(StorageReader.create().read(body));
    }

    /**
     * Reads a body in Atlassian Document Format.
     *
     * @param body the JSON, as it is or as a string in JSON
     * @return what was read
     * @throws MarkupException if the body is too large, or no JSON
     */
    public static Markup adf(String body) {
        return read(AdfReader.create().read(body));
    }

    /**
     * Reads GitHub Flavored Markdown.
     *
     * @param text the Markdown; HTML in it is taken as far as a list of harmless elements goes, the rest is text
     * @return what was read
     * @throws MarkupException if the text is too large
     */
    public static Markup markdown(String text) {
        return read(MarkdownReader.create().read(text));
    }

    /** Takes a tree that somebody made. */
    public static Markup of(Document document) {
        return new Markup(document, Report.empty());
    }

    /** The tree. */
    public Document document() {
        return document;
    }

    /** What the reader had to repair, and did not know. */
    public Report report() {
        return report;
    }

    /** Writes Markdown without resolvers. */
    public Conversion<String> toMarkdown() {
        return toMarkdown(MarkdownOptions.defaults());
    }

    /** Writes Markdown. */
    public Conversion<String> toMarkdown(MarkdownOptions options) {
        return withOwn(MarkdownWriter.of(options).write(document));
    }

    /** Writes plain text without resolvers. */
    public Conversion<String> toText() {
        return toText(TextOptions.defaults());
    }

    /** Writes plain text. */
    public Conversion<String> toText(TextOptions options) {
        return withOwn(TextWriter.of(options).write(document));
    }

    /**
     * The page properties in it, hidden ones, too: plain text by name, in the order of reading. {@link PageProperties} says what
     * they are.
     */
    public Map<String, String> properties() {
        return PageProperties.of(document, TextOptions.defaults());
    }

    /** Writes a body in storage format, which is well-formed and would be read as the same tree. */
    public Conversion<String> toStorage() {
        return withOwn(StorageWriter.create().write(document));
    }

    /**
     * Cuts it into chunks, for search and for what a language model is given.
     *
     * @param source what the chunks are of
     * @return the chunks, of at most {@value Chunker#DEFAULT_MAX_SIZE} characters; a {@link Chunker} has more to choose from
     */
    public Conversion<List<Chunk>> toChunks(ChunkSource source) {
        Conversion<List<Chunk>> cut = Chunker.create().chunk(source, document);
        return new Conversion<>(cut.output(), report.and(cut.report()));
    }

    private static Markup read(Conversion<Document> read) {
        return new Markup(read.output(), read.report());
    }

    private Conversion<String> withOwn(Conversion<String> written) {
        return new Conversion<>(written.output(), report.and(written.report()));
    }
}
