package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Division;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Preformatted;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Rule;
import dev.confluencekit.markup.tree.Source;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads what stands on lines of its own. */
final class BlockReader {
    private final Trail trail;
    private final InlineReader inlines;
    private final ListReader lists;
    private final TableReader tables;
    private final MacroReader macros;
    private final ExtensionReader extensions;

    BlockReader(Trail trail) {
        this.trail = trail;
        LinkReader links = new LinkReader(this);
        this.macros = new MacroReader(this, links);
        this.inlines = new InlineReader(this, links, macros);
        this.lists = new ListReader(this, trail);
        this.tables = new TableReader(this, trail);
        this.extensions = new ExtensionReader(this);
    }

    List<Block> blocks(Element parent) {
        List<Block> blocks = new ArrayList<>();
        List<Inline> run = new ArrayList<>();
        int size = parent.childNodeSize();
        for (int i = 0; i < size; i++) {
            Node node = parent.childNode(i);
            if (node instanceof TextNode text) {
                InlineReader.text(text.getWholeText(), run);
            } else if (node instanceof Element element) {
                if (isBlock(element)) {
                    flush(run, parent, blocks);
                    block(element, blocks);
                } else {
                    inlines.read(element, run);
                }
            }
        }
        flush(run, parent, blocks);
        return blocks;
    }

    private static void flush(List<Inline> run, Element parent, List<Block> blocks) {
        if (run.isEmpty()) {
            return;
        }
        boolean alone = areOnTheirOwn(run);
        if (alone && parent.tagName().equals("ac:task-body")) {
            alone = run.stream().noneMatch(BlockReader::isWord);
        }
        if (alone) {
            run.forEach(inline -> blocks.add(inline instanceof Macro macro ? macro : Plain.of(inline)));
        } else {
            blocks.add(new Plain(InlineReader.joined(run)));
        }
        run.clear();
    }

    private static boolean areOnTheirOwn(List<Inline> run) {
        for (Inline inline : run) {
            if (!isOnItsOwn(inline)) {
                return false;
            }
        }
        return true;
    }

    /** A macro, or an image of the new editor, which knows none in a line. */
    static boolean isOnItsOwn(Inline inline) {
        return inline instanceof Macro
                || (inline instanceof Image image
                        && image.attributes().get("ac:layout").isPresent());
    }

    private static boolean isWord(Inline inline) {
        return inline instanceof Macro macro && Names.isLineMacro(macro.name());
    }

    void limited(String subject, String message) {
        trail.found(FindingKind.LIMITED, subject, message);
    }

    List<Inline> inlines(Element parent) {
        return inlines.content(parent);
    }

    /** Whether the element, where running text may be, is none. */
    static boolean isBlock(Element element) {
        return Names.isBlock(element);
    }

    void block(Element element, List<Block> blocks) {
        String name = element.tagName();
        switch (name) {
            case "p" -> blocks.add(new Paragraph(inlines(element), Attrs.of(element)));
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0', blocks);
            case "ul" -> blocks.add(lists.bullets(element));
            case "ol" -> blocks.add(lists.numbers(element));
            case "dl" -> blocks.add(lists.definitions(element));
            case "ac:task-list" -> blocks.add(lists.tasks(element));
            case "ac:layout" -> blocks.add(lists.layout(element));
            case "table" -> tables.table(element, blocks);
            case "blockquote" -> blocks.add(new Quote(inside("quote", element), Attrs.of(element)));
            case "hr" -> blocks.add(new Rule());
            case "pre" -> blocks.add(new Preformatted(inlines(element), Attrs.of(element)));
            case "div" -> blocks.add(new Division(blocks(element), Attrs.of(element)));
            case "ac:adf-extension" -> blocks.add(extensions.extension(element));
            case "ac:structured-macro", "ac:macro" -> blocks.add(macros.block(element));
            case "at:declarations" -> blocks.add(element(element));
            case "ac:rich-text-body",
                    "ac:adf-content",
                    "ac:adf-node",
                    "ac:adf-fallback",
                    "ac:adf-attribute",
                    "ac:adf-parameter",
                    "ac:adf-parameter-value",
                    "fab:media-single",
                    "fab:media-group" -> blocks.add(element(element));
            default -> stray(element, blocks);
        }
    }

    private void heading(Element element, int level, List<Block> blocks) {
        trail.heading(level, element::text);
        blocks.add(new Heading(level, inlines(element), Attrs.of(element)));
    }

    private void stray(Element element, List<Block> blocks) {
        switch (element.tagName()) {
            case "li",
                    "dt",
                    "dd",
                    "tr",
                    "td",
                    "th",
                    "tbody",
                    "thead",
                    "tfoot",
                    "caption",
                    "ac:task",
                    "ac:task-body",
                    "ac:layout-section",
                    "ac:layout-cell" -> {
                trail.found(
                        FindingKind.REPAIRED,
                        element.tagName(),
                        "The element " + element.tagName() + " is not where it can be; its content was read.");
                blocks.add(new Division(blocks(element), Attrs.of(element)));
            }
            case "colgroup" -> {
                // Nothing but widths.
            }
            default -> blocks.add(unknown(element));
        }
    }

    List<Block> inside(String name, Element element) {
        trail.enter(name);
        List<Block> content = blocks(element);
        trail.leave();
        return content;
    }

    /** An element that is kept as it is, though it is known. */
    dev.confluencekit.markup.tree.Element element(Element element) {
        return new dev.confluencekit.markup.tree.Element(
                Source.STORAGE, element.tagName(), blocks(element), Attrs.of(element));
    }

    dev.confluencekit.markup.tree.Element unknown(Element element) {
        trail.found(
                FindingKind.UNKNOWN_ELEMENT,
                element.tagName(),
                "The element " + element.tagName() + " is not known; what can be read of it was kept.");
        return element(element);
    }
}
