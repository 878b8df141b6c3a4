package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.BackgroundColour;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Embedded;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Mark;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Rule;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.TextColour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads raw HTML with Markdown in it. */
final class HtmlReader {
    /** Those that the parser puts around everything are two of them. */
    private static final int MAX_ELEMENTS_DEEP = 64;

    private static final int MAX_WRITTEN_DEEP = MAX_ELEMENTS_DEEP - 2;

    private static final Map<String, Style> STYLES = Map.of(
            "b", Style.STRONG,
            "strong", Style.STRONG,
            "i", Style.EMPHASIS,
            "em", Style.EMPHASIS,
            "u", Style.UNDERLINE,
            "s", Style.STRIKE,
            "del", Style.STRIKE,
            "sub", Style.SUBSCRIPT,
            "sup", Style.SUPERSCRIPT,
            "code", Style.CODE);

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "colgroup",
            "blockquote",
            "hr",
            "details",
            "summary");

    private static final Pattern COLOUR = Pattern.compile(
            "(?:^|;)\\s*(color|background-color)\\s*:\\s*([#a-zA-Z0-9(),.% ]{1,60}?)\\s*(?=;|$)",
            Pattern.CASE_INSENSITIVE);

    private final BlockReader blocks;
    private final Targets targets;
    private final Trail trail;
    private final HtmlTables tables;

    HtmlReader(BlockReader blocks, Targets targets, Trail trail) {
        this.blocks = blocks;
        this.targets = targets;
        this.trail = trail;
        this.tables = new HtmlTables(this, trail);
    }

    /** One piece of HTML, and the Markdown that its elements stand for. */
    record Piece(Element root, List<org.commonmark.node.Node> markdown) {
        Piece at(Element element) {
            return new Piece(element, markdown);
        }

        org.commonmark.node.@Nullable Node nodeOf(Element element) {
            if (!element.normalName().equals(HtmlSource.MARKDOWN)) {
                return null;
            }
            return markdown.get(Integer.parseInt(element.attr("n")));
        }
    }

    private Piece parse(List<org.commonmark.node.Node> nodes) {
        HtmlSource source = new HtmlSource(nodes, trail);
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_ELEMENTS_DEEP);
        Element body = parser.parseInput(source.html(), "").body();
        if (isDeep(body)) {
            trail.found(
                    FindingKind.LIMITED,
                    "nesting",
                    "HTML elements are nested " + MAX_WRITTEN_DEEP
                            + " deep or deeper; deeper ones were read as siblings of those around them.");
        }
        return new Piece(body, source.markdown());
    }

    /** Whether the parser came to its limit of depth. */
    private static boolean isDeep(Element body) {
        boolean[] deep = {false};
        body.traverse((node, depth) -> deep[0] |= depth >= MAX_WRITTEN_DEEP
                && node instanceof Element element
                && !element.normalName().equals(HtmlSource.MARKDOWN));
        return deep[0];
    }

    List<Block> blocks(List<org.commonmark.node.Node> nodes) {
        return blocks(parse(nodes));
    }

    List<Inline> inlines(List<org.commonmark.node.Node> nodes) {
        return inlines(parse(nodes), true);
    }

    List<Block> blocks(Piece piece) {
        List<Block> read = new ArrayList<>();
        if (!blocks.enter()) {
            read.add(Paragraph.of(new dev.confluencekit.markup.tree.Text(words(piece))));
            return read;
        }
        Run run = new Run();
        for (Node node : piece.root().childNodes()) {
            if (node instanceof TextNode text) {
                run.addCollapsed(text.getWholeText());
            } else if (node instanceof Element element) {
                if (isBlock(piece, element)) {
                    flush(run, read);
                    run = new Run();
                    block(piece.at(element), read);
                } else {
                    inline(piece.at(element), run);
                }
            }
        }
        flush(run, read);
        blocks.leave();
        return read;
    }

    private static void flush(Run run, List<Block> read) {
        if (!run.isBlank()) {
            read.add(new Plain(run.finishTrimmed()));
        }
    }

    private static boolean isBlock(Piece piece, Element element) {
        org.commonmark.node.Node markdown = piece.nodeOf(element);
        return markdown == null ? BLOCKS.contains(element.normalName()) : markdown instanceof org.commonmark.node.Block;
    }

    private void block(Piece piece, List<Block> into) {
        Element element = piece.root();
        org.commonmark.node.Node markdown = piece.nodeOf(element);
        if (markdown != null) {
            blocks.block(markdown, into);
            return;
        }
        String name = element.normalName();
        switch (name) {
            case "p" -> into.add(new Paragraph(inlines(piece, false), Attributes.NONE));
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                int level = blocks.shifted(name.charAt(1) - '0');
                trail.heading(level, words(piece));
                into.add(new Heading(level, inlines(piece, false), Attributes.NONE));
            }
            case "ul", "ol" -> into.add(tables.list(piece));
            case "table" -> tables.table(piece, into);
            case "blockquote" -> into.add(new Quote(blocks(piece), Attributes.NONE));
            case "hr" -> into.add(new Rule());
            case "details" -> into.add(details(piece));
            default -> into.addAll(blocks(piece));
        }
    }

    private Expand details(Piece piece) {
        Element summary = piece.root().firstElementChild();
        String title = "";
        if (summary != null && summary.normalName().equals("summary")) {
            title = words(piece.at(summary));
            summary.remove();
        }
        trail.enter("expand");
        List<Block> content = blocks(piece);
        trail.leave();
        return new Expand(title.isEmpty() ? null : title, content, Attributes.NONE);
    }

    /** What the element says, in one line. */
    private static String words(Piece piece) {
        StringBuilder words = new StringBuilder();
        piece.root().traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                words.append(text.getWholeText());
            } else if (node instanceof Element element) {
                org.commonmark.node.Node markdown = piece.nodeOf(element);
                if (markdown != null) {
                    words.append(Words.spaced(markdown));
                } else if (element.normalName().equals("br") || BLOCKS.contains(element.normalName())) {
                    words.append(' ');
                }
            }
        });
        return words.toString().replaceAll("\\s+", " ").strip();
    }

    /** Space at the edges of Markdown's lines is text; at those of an element of HTML it is not. */
    private List<Inline> inlines(Piece piece, boolean line) {
        Run run = new Run();
        if (!blocks.enter()) {
            run.add(words(piece));
            return run.finish();
        }
        for (Node node : piece.root().childNodes()) {
            if (node instanceof TextNode text && line) {
                run.add(text.getWholeText());
            } else if (node instanceof TextNode text) {
                run.addCollapsed(text.getWholeText());
            } else if (node instanceof Element element) {
                if (isBlock(piece, element)) {
                    List<Block> read = new ArrayList<>(1);
                    block(piece.at(element), read);
                    for (Block block : read) {
                        run.add(new Embedded(block));
                    }
                } else {
                    inline(piece.at(element), run);
                }
            }
        }
        blocks.leave();
        return line ? run.finish() : run.finishTrimmed();
    }

    private void inline(Piece piece, Run run) {
        Element element = piece.root();
        org.commonmark.node.Node markdown = piece.nodeOf(element);
        if (markdown != null) {
            blocks.inline(markdown, run);
            return;
        }
        String name = element.normalName();
        Style style = STYLES.get(name);
        if (style != null) {
            run.add(new Marked(style, inlines(piece, true)));
            return;
        }
        switch (name) {
            case "br" -> run.add(new LineBreak());
            case "img" -> run.add(targets.image(element.attr("src"), element.attr("alt"), element.attr("title")));
            case "a" -> link(piece, run);
            case "span" -> colours(element.attr("style"), inlines(piece, true)).forEach(run::add);
            default -> inlines(piece, true).forEach(run::add);
        }
    }

    private void link(Piece piece, Run run) {
        Element element = piece.root();
        String anchor = element.hasAttr("id") ? element.attr("id") : element.attr("name");
        if (!anchor.isEmpty()) {
            run.add(Footnotes.anchor(anchor));
        }
        List<Inline> content = inlines(piece, true);
        List<Inline> shown =
                element.hasAttr("href") ? targets.link(element.attr("href"), element.attr("title"), content) : content;
        shown.forEach(run::add);
    }

    private static List<Inline> colours(String style, List<Inline> content) {
        List<Inline> coloured = content;
        Matcher found = COLOUR.matcher(style);
        while (found.find()) {
            Mark mark = found.group(1).toLowerCase(Locale.ROOT).equals("color")
                    ? new TextColour(found.group(2))
                    : new BackgroundColour(found.group(2));
            coloured = List.of(new Marked(mark, coloured));
        }
        return coloured;
    }
}
