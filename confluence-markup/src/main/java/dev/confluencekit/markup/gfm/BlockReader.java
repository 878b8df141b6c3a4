package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.internal.code.CodeLanguages;
import dev.confluencekit.markup.internal.nested.NestedStorage;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.PlainBody;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Rule;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Reads what stands on lines of its own. */
final class BlockReader {
    /** How many nodes of the tree a level becomes at most: an embedded block, a table, its row, its cell. */
    private static final int TREE_NODES_PER_LEVEL = 4;

    private static final int MAX_LEVELS = MarkdownReader.MAX_DEPTH + 40;

    private static final Set<String> TABLES_OF_CONTENTS = Set.of("[TOC]", "[toc]", "[[TOC]]", "[[_TOC_]]");

    /** Some write attributes or line numbers there. */
    private static final Pattern BEHIND_LANGUAGE = Pattern.compile("[\\s,{:]");

    private static final Map<String, PanelKind> ALERTS = Map.of(
            "[!NOTE]", PanelKind.INFO,
            "[!TIP]", PanelKind.TIP,
            "[!IMPORTANT]", PanelKind.NOTE,
            "[!WARNING]", PanelKind.WARNING,
            "[!CAUTION]", PanelKind.ERROR);

    private final Settings settings;
    private final Trail trail;
    private final InlineReader inlines;
    private final ListReader lists;
    private final HtmlReader html;
    private Anchors anchors = Anchors.none();
    private Footnotes footnotes = Footnotes.none();
    private int level;

    BlockReader(Settings settings, int written, Trail trail) {
        this.settings = settings;
        this.trail = trail;
        Targets targets = new Targets(settings.links, written, trail);
        this.inlines = new InlineReader(this, targets, settings.people, trail);
        this.lists = new ListReader(this, trail);
        this.html = new HtmlReader(this, targets, trail);
    }

    List<Block> document(Node document) {
        anchors = new Anchors(document);
        footnotes = new Footnotes(document);
        Node first = document.getFirstChild();
        if (first instanceof Heading heading
                && heading.getLevel() == 1
                && settings.title != null
                && Words.of(heading).equals(settings.title.strip())) {
            heading.unlink();
        }
        for (String place : anchors.missing()) {
            trail.found(
                    FindingKind.UNRESOLVED_REFERENCE,
                    "#" + place,
                    "The link to #" + place + " leads to no heading and no anchor of this text.");
        }
        List<Block> blocks = blocks(document);
        blocks.addAll(footnotes.blocks(this));
        return blocks;
    }

    Footnotes footnotes() {
        return footnotes;
    }

    List<Inline> inlines(Node parent) {
        return inlines.read(parent.getFirstChild());
    }

    void inline(Node node, Run run) {
        inlines.inline(node, run);
    }

    HtmlReader html() {
        return html;
    }

    /** Goes one level down; false if it is deep enough, and nothing was done. */
    boolean enter() {
        if (level >= MAX_LEVELS) {
            trail.found(
                    FindingKind.LIMITED, "nesting", "What is nested deeper than " + MAX_LEVELS + " was read as text.");
            return false;
        }
        level++;
        return true;
    }

    void leave() {
        level--;
    }

    List<Block> inside(String place, int number, Node parent) {
        trail.enter(place, number);
        List<Block> read = blocks(parent);
        trail.leave();
        return read;
    }

    List<Block> blocks(Node parent) {
        List<Node> children = new ArrayList<>();
        boolean raw = false;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
            raw |= child instanceof HtmlBlock;
        }
        return blocks(children, raw);
    }

    private List<Block> blocks(List<Node> children, boolean raw) {
        List<Block> blocks = new ArrayList<>();
        if (!enter()) {
            for (Node child : children) {
                blocks.add(Paragraph.of(new Text(Words.of(child))));
            }
            return blocks;
        }
        if (raw) {
            blocks.addAll(html.blocks(children));
        } else {
            for (Node child : children) {
                block(child, blocks);
            }
        }
        leave();
        return blocks;
    }

    void block(Node node, List<Block> into) {
        if (node instanceof org.commonmark.node.Paragraph paragraph) {
            into.add(paragraph(paragraph));
        } else if (node instanceof Heading heading) {
            into.add(heading(heading));
        } else if (node instanceof FencedCodeBlock code) {
            code(code, into);
        } else if (node instanceof IndentedCodeBlock code) {
            into.add(CodeBlock.of(withoutLastLineFeed(code.getLiteral())));
        } else if (node instanceof BulletList list) {
            into.add(lists.bullets(list));
        } else if (node instanceof OrderedList list) {
            into.add(lists.numbers(list));
        } else if (node instanceof BlockQuote quote) {
            into.add(quote(quote));
        } else if (node instanceof ThematicBreak) {
            into.add(new Rule());
        } else if (node instanceof TableBlock table) {
            into.add(lists.table(table));
        } else if (!(node instanceof FootnoteDefinition) && !(node instanceof LinkReferenceDefinition)) {
            into.addAll(blocks(node));
        }
    }

    private Block paragraph(org.commonmark.node.Paragraph paragraph) {
        if (TABLES_OF_CONTENTS.contains(Words.of(paragraph))) {
            return Macro.of("toc", List.of());
        }
        List<Inline> content = inlines(paragraph);
        boolean tight = paragraph.getParent() instanceof ListItem
                && paragraph.getParent().getParent() instanceof ListBlock list
                && list.isTight();
        boolean image = content.size() == 1 && content.get(0) instanceof Image;
        return tight || image ? new Plain(content) : new Paragraph(content, Attributes.NONE);
    }

    int shifted(int level) {
        return Math.max(1, Math.min(6, level + settings.headingShift));
    }

    private dev.confluencekit.markup.tree.Heading heading(Heading heading) {
        int shifted = shifted(heading.getLevel());
        trail.heading(shifted, Words.of(heading));
        List<Inline> content = new ArrayList<>();
        anchors.of(heading).ifPresent(name -> content.add(Footnotes.anchor(name)));
        content.addAll(inlines(heading));
        return new dev.confluencekit.markup.tree.Heading(shifted, content, Attributes.NONE);
    }

    private void code(FencedCodeBlock code, List<Block> into) {
        String info = code.getInfo() == null ? "" : code.getInfo().strip();
        String language = BEHIND_LANGUAGE.split(info, 2)[0];
        String text = withoutLastLineFeed(code.getLiteral());
        String macro = settings.diagrams.get(language);
        if (macro != null) {
            into.add(Macro.of(macro, List.of(), new PlainBody(text)));
        } else if (settings.trusted && language.equals("csf")) {
            into.addAll(NestedStorage.read(text, TREE_NODES_PER_LEVEL * (level + 1), trail));
        } else {
            into.add(code(language, text));
        }
    }

    private CodeBlock code(String language, String text) {
        Optional<String> known = CodeLanguages.nameFor(language);
        if (known.isEmpty() && !language.isEmpty()) {
            trail.found(
                    FindingKind.SIMPLIFIED,
                    language,
                    "Confluence may show an error in place of code in " + language
                            + ", which it does not know; the code was kept, its language was not.");
        }
        return known.map(name -> CodeBlock.of(name, text)).orElseGet(() -> CodeBlock.of(text));
    }

    private static String withoutLastLineFeed(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private Block quote(BlockQuote quote) {
        PanelKind kind = null;
        Node rest = null;
        if (quote.getFirstChild() instanceof org.commonmark.node.Paragraph first) {
            StringBuilder label = new StringBuilder();
            rest = first.getFirstChild();
            while (rest instanceof org.commonmark.node.Text text) {
                label.append(text.getLiteral());
                rest = rest.getNext();
            }
            boolean alone = rest == null || rest instanceof SoftLineBreak;
            kind = alone ? ALERTS.get(label.toString().strip().toUpperCase(Locale.ROOT)) : null;
        }
        return kind == null
                ? new Quote(inside("quote", 0, quote), Attributes.NONE)
                : alert(quote, kind, rest == null ? null : rest.getNext());
    }

    private Panel alert(BlockQuote quote, PanelKind kind, @Nullable Node firstLine) {
        trail.enter("panel");
        List<Node> others = new ArrayList<>();
        boolean raw = false;
        Node first = quote.getFirstChild();
        for (Node child = first == null ? null : first.getNext(); child != null; child = child.getNext()) {
            others.add(child);
            raw |= child instanceof HtmlBlock;
        }
        List<Block> content = new ArrayList<>();
        if (firstLine != null) {
            content.add(new Paragraph(inlines.read(firstLine), Attributes.NONE));
        }
        content.addAll(blocks(others, raw));
        trail.leave();
        return new Panel(kind, null, null, content, Attributes.NONE);
    }
}
