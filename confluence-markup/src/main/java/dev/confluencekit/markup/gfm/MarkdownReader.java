package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.error.BodyTooLargeException;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown in GitHub's flavour: tables, task lists, strikethrough, bare addresses, footnotes, alerts,
 * {@code <details>}, {@code [TOC]}.
 *
 * <p>Markdown is taken to come from strangers. Of raw HTML, elements for text, lists, tables, links and images pass, with few
 * attributes; all else stays to be seen as it is written. Markup of Confluence never passes. Addresses that may run code become
 * text. What becomes something else than was written is in the report.
 *
 * <p>Languages of fences are those that Confluence Cloud colours, by a name that it knows: {@code golang} is {@code go}. Code in
 * any other language, such as a diagram, has none, since Confluence may show an error in its place.
 *
 * <p>Time and memory are linear in the length, whatever is written. Blocks and marks nested deeper than {@value #MAX_DEPTH} are
 * read as text. Paragraphs of more than 500 lines are read in parts, square brackets behind 200 that are open are text, tables that
 * would have far more empty cells than written ones are text, and addresses that are written once are not repeated to more than
 * ten times the length of all and a million characters; the report tells of each as {@link FindingKind#LIMITED}.
 *
 * <p>Immutable: methods give changed readers. Safe for many threads if the resolvers are.
 */
public final class MarkdownReader {
    /** How many characters are read unless said otherwise. */
    public static final int DEFAULT_MAX_CHARACTERS = 16 * 1024 * 1024;

    /** How deep things may be nested. */
    public static final int MAX_DEPTH = 100;

    /** How many cells tables may have that nobody wrote, since shorter rows are filled up. */
    private static final int CELLS_FREE = 50_000;

    private static final Parser PARSER = parser(List.of(tables(2 * CELLS_FREE)));

    private final Settings settings;

    private MarkdownReader(Settings settings) {
        this.settings = settings;
    }

    private MarkdownReader with(Consumer<Settings> change) {
        Settings changed = settings.copy();
        change.accept(changed);
        return new MarkdownReader(changed);
    }

    /** Makes a reader of at most {@link #DEFAULT_MAX_CHARACTERS} characters, without resolvers. */
    public static MarkdownReader create() {
        return new MarkdownReader(new Settings());
    }

    /**
     * The same with another limit.
     *
     * @param characters at least 1
     * @return a reader
     */
    public MarkdownReader maxCharacters(int characters) {
        if (characters < 1) {
            throw new IllegalArgumentException("characters must be 1 or more, not " + characters);
        }
        return with(changed -> changed.maxCharacters = characters);
    }

    /**
     * Makes headings smaller or larger by so many levels; none gets past 1 and 6. Unless said otherwise 0.
     *
     * @param levels -5 to 5
     * @return a reader
     */
    public MarkdownReader headingShift(int levels) {
        if (levels < -5 || levels > 5) {
            throw new IllegalArgumentException("levels must be -5 to 5, not " + levels);
        }
        return with(changed -> changed.headingShift = levels);
    }

    /** Leaves out a heading of level 1 that comes first and says the title, since Confluence shows the title itself. */
    public MarkdownReader withoutTitle(String title) {
        Objects.requireNonNull(title, "title");
        return with(changed -> changed.title = title);
    }

    /** Asks this one what addresses of links stand for. */
    public MarkdownReader links(AddressResolver resolver) {
        Objects.requireNonNull(resolver, "resolver");
        return with(changed -> changed.links = resolver);
    }

    /** Asks this one whom {@code @name} means; unless there is one, it is text. */
    public MarkdownReader people(PersonResolver resolver) {
        Objects.requireNonNull(resolver, "resolver");
        return with(changed -> changed.people = resolver);
    }

    /**
     * Makes a macro with the code as its body of fences in a language, such as {@code mermaid}. Unless said otherwise they are code.
     *
     * @param language of the fence
     * @param macro its name on the site
     * @return a reader
     */
    public MarkdownReader diagram(String language, String macro) {
        Map<String, String> diagrams = new LinkedHashMap<>(settings.diagrams);
        diagrams.put(Objects.requireNonNull(language, "language"), Objects.requireNonNull(macro, "macro"));
        return with(changed -> changed.diagrams = Map.copyOf(diagrams));
    }

    /**
     * Reads fences of the language {@code csf} as storage format. Only for Markdown whose authors may write any macro into the
     * page: unless said otherwise such fences are code.
     */
    public MarkdownReader trustingStorageFences() {
        return with(changed -> changed.trusted = true);
    }

    /**
     * Reads Markdown.
     *
     * @param markdown whole
     * @return the tree, and what is something else in it than was written
     * @throws BodyTooLargeException if it has more characters than are allowed
     */
    public Conversion<Document> read(String markdown) {
        if (markdown.length() > settings.maxCharacters) {
            throw new BodyTooLargeException(markdown.length(), settings.maxCharacters);
        }
        Trail trail = new Trail();
        Node parsed = parse(markdown, trail);
        return new Conversion<>(
                new Document(new BlockReader(settings, markdown.length(), trail).document(parsed)), trail.report());
    }

    private static Node parse(String markdown, Trail trail) {
        String seen = OpenBrackets.hide(markdown);
        Node parsed = parseTables(seen, trail);
        LongParagraphs.join(parsed, trail);
        if (!seen.equals(markdown)) {
            OpenBrackets.show(parsed, trail);
        }
        return parsed;
    }

    private static Node parseTables(String markdown, Trail trail) {
        // What was written has fewer cells than characters.
        int cells = CELLS_FREE + markdown.length();
        Parser parser = cells <= 2 * CELLS_FREE ? PARSER : parser(List.of(tables(cells)));
        try {
            return parser.parse(markdown);
        } catch (IllegalArgumentException e) {
            // That is how the tables say that they are too many. Without them it cannot come again.
            trail.found(
                    FindingKind.LIMITED,
                    "table",
                    "The rows of a table are far shorter than its header, and would have too many cells when filled up; "
                            + "all tables were read as text.");
            return parser(List.of()).parse(markdown);
        }
    }

    private static Parser parser(List<Extension> more) {
        List<Extension> extensions = new ArrayList<>(more);
        extensions.add(StrikethroughExtension.create());
        extensions.add(TaskListItemsExtension.create());
        extensions.add(AutolinkExtension.create());
        extensions.add(FootnotesExtension.create());
        return Parser.builder()
                .customBlockParserFactory(LongParagraphs.factory())
                .extensions(extensions)
                .maxOpenBlockParsers(MAX_DEPTH)
                .maxInlineNesting(MAX_DEPTH)
                .build();
    }

    private static Extension tables(int cells) {
        return TablesExtension.builder().maxCells(cells).build();
    }
}
