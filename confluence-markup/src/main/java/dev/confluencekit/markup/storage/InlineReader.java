package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.internal.plain.TextRuns;
import dev.confluencekit.markup.tree.BackgroundColour;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.CommentMark;
import dev.confluencekit.markup.tree.Date;
import dev.confluencekit.markup.tree.Embedded;
import dev.confluencekit.markup.tree.Emoji;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Mark;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Placeholder;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.TemplateVariable;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.TextColour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads running text. */
final class InlineReader {
    private static final Map<String, Style> STYLES = new HashMap<>(Map.ofEntries(
            Map.entry("strong", Style.STRONG),
            Map.entry("b", Style.STRONG),
            Map.entry("em", Style.EMPHASIS),
            Map.entry("i", Style.EMPHASIS),
            Map.entry("u", Style.UNDERLINE),
            Map.entry("ins", Style.UNDERLINE),
            Map.entry("s", Style.STRIKE),
            Map.entry("del", Style.STRIKE),
            Map.entry("strike", Style.STRIKE),
            Map.entry("sub", Style.SUBSCRIPT),
            Map.entry("sup", Style.SUPERSCRIPT),
            Map.entry("code", Style.CODE),
            Map.entry("big", Style.BIG),
            Map.entry("small", Style.SMALL),
            Map.entry("cite", Style.CITATION),
            Map.entry("q", Style.QUOTATION)));

    /** Marks of one span are nested one in another, and documents may be so deep and no deeper. */
    private static final int MAX_MORE_MARKS = 100;

    private final BlockReader blocks;
    private final LinkReader links;
    private final MacroReader macros;
    /** How many marks there are around all this above one for each span. */
    private int moreMarks;

    InlineReader(BlockReader blocks, LinkReader links, MacroReader macros) {
        this.blocks = blocks;
        this.links = links;
        this.macros = macros;
    }

    List<Inline> content(Element parent) {
        List<Inline> content = new ArrayList<>();
        add(parent, content);
        return joined(content);
    }

    private void add(Element parent, List<Inline> content) {
        int size = parent.childNodeSize();
        for (int i = 0; i < size; i++) {
            Node node = parent.childNode(i);
            if (node instanceof TextNode text) {
                text(text.getWholeText(), content);
            } else if (node instanceof Element element) {
                if (BlockReader.isBlock(element)) {
                    List<Block> found = new ArrayList<>(1);
                    blocks.block(element, found);
                    found.forEach(block -> content.add(new Embedded(block)));
                } else {
                    read(element, content);
                }
            }
        }
    }

    /** Adds text, which is to be {@link #joined} with its neighbours. */
    static void text(String text, List<Inline> content) {
        if (!text.isEmpty()) {
            content.add(new Text(text));
        }
    }

    /** Neighbouring texts become one, all at once, since one after another would cost the square of their number. */
    static List<Inline> joined(List<Inline> content) {
        if (!TextRuns.hasNeighbours(content)) {
            return List.copyOf(content);
        }
        List<Inline> joined = new ArrayList<>(content.size());
        int start = 0;
        while (start < content.size()) {
            int end = start + 1;
            while (end < content.size() && content.get(start) instanceof Text && content.get(end) instanceof Text) {
                end++;
            }
            joined.add(end == start + 1 ? content.get(start) : new Text(words(content.subList(start, end))));
            start = end;
        }
        return joined;
    }

    private static String words(List<Inline> texts) {
        StringBuilder words = new StringBuilder();
        for (Inline inline : texts) {
            if (inline instanceof Text text) {
                words.append(text.value());
            }
        }
        return words.toString();
    }

    void read(Element element, List<Inline> content) {
        String name = element.tagName();
        Style style = STYLES.get(name);
        if (style != null) {
            content.add(new Marked(style, content(element)));
            return;
        }
        switch (name) {
            case "span" -> span(element, content);
            case "br" -> content.add(new LineBreak());
            case "time" -> content.add(new Date(element.attr("datetime")));
            case "a" -> content.add(links.webLink(element));
            case "img" -> content.add(links.htmlImage(element));
            case "ac:link" -> content.add(links.link(element));
            case "ac:image" -> content.add(links.image(element));
            case "ac:emoticon" -> content.add(emoji(element));
            case "ac:hipchat-emoticon" -> content.add(blocks.element(element));
            case "ac:inline-comment-marker" ->
                content.add(new Marked(new CommentMark(element.attr("ac:ref")), content(element)));
            case "ac:placeholder" ->
                content.add(new Placeholder(Attrs.orNull(element, "ac:type"), element.wholeText()));
            case "at:var" -> content.add(new TemplateVariable(element.attr("at:name")));
            case "ac:structured-macro", "ac:macro" -> content.add(macros.inline(element));
            default ->
                content.add(
                        name.startsWith("at:") || name.startsWith("fab:")
                                ? blocks.element(element)
                                : blocks.unknown(element));
        }
    }

    private static Emoji emoji(Element element) {
        return new Emoji(
                Attrs.orNull(element, "ac:name"),
                Attrs.orNull(element, "ac:emoji-shortname"),
                Attrs.orNull(element, "ac:emoji-id"),
                Attrs.orNull(element, "ac:emoji-fallback"));
    }

    private void span(Element element, List<Inline> content) {
        SpanStyle style = SpanStyle.of(element);
        if (!style.isComplete()) {
            content.add(blocks.element(element));
            return;
        }
        List<Mark> marks = style.marks();
        if (marks.isEmpty()) {
            add(element, content);
            return;
        }
        int more = marks.size() - 1;
        if (moreMarks + more > MAX_MORE_MARKS) {
            blocks.limited("span", "Spans with several styles were nested too deep; inner ones kept one style.");
            marks = marks.subList(0, 1);
            more = 0;
        }
        moreMarks += more;
        List<Inline> inner = content(element);
        moreMarks -= more;
        for (int i = marks.size() - 1; i >= 0; i--) {
            inner = List.of(new Marked(marks.get(i), inner));
        }
        content.addAll(inner);
    }

    /** The mark of a declaration that a span may make. */
    static Mark markOf(String property, String value) {
        return switch (property) {
            case "color" -> new TextColour(value);
            case "background-color" -> new BackgroundColour(value);
            case "font-family" -> Style.MONOSPACE;
            default -> value.equals("underline") ? Style.UNDERLINE : Style.STRIKE;
        };
    }
}
