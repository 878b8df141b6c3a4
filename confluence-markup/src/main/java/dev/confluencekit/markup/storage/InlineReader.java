package dev.confluencekit.markup.storage;

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
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads running text. */
final class InlineReader {
    private static final Map<String, Style> STYLES = Map.ofEntries(
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
            Map.entry("q", Style.QUOTATION));

    private final BlockReader blocks;
    private final LinkReader links;
    private final MacroReader macros;

    InlineReader(BlockReader blocks, LinkReader links, MacroReader macros) {
        this.blocks = blocks;
        this.links = links;
        this.macros = macros;
    }

    List<Inline> content(Element parent) {
        List<Inline> content = new ArrayList<>();
        for (Node node : parent.childNodes()) {
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
        return content;
    }

    /** Adds text; neighbours become one. */
    static void text(String text, List<Inline> content) {
        if (text.isEmpty()) {
            return;
        }
        int last = content.size() - 1;
        if (last >= 0 && content.get(last) instanceof Text before) {
            content.set(last, new Text(before.value() + text));
        } else {
            content.add(new Text(text));
        }
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
        List<Inline> inner = content(element);
        List<Mark> marks = style.marks();
        for (int i = marks.size() - 1; i >= 0; i--) {
            inner = List.of(new Marked(marks.get(i), inner));
        }
        for (Inline inline : inner) {
            if (inline instanceof Text words) {
                text(words.value(), content);
            } else {
                content.add(inline);
            }
        }
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
