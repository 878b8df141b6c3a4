package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.internal.macro.Apps;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BlockVisitor;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.Decision;
import dev.confluencekit.markup.tree.DecisionList;
import dev.confluencekit.markup.tree.DefinitionEntry;
import dev.confluencekit.markup.tree.DefinitionList;
import dev.confluencekit.markup.tree.Division;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Embedded;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Layout;
import dev.confluencekit.markup.tree.LayoutColumn;
import dev.confluencekit.markup.tree.LayoutSection;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Preformatted;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Rule;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TableRow;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.TaskList;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes of a document what a reader sees of it. What is left are paragraphs, headings, lists, tables, quotes, rules, code, panels,
 * expands, decisions and tasks; in their lines text, breaks, marks, and links and images with web addresses. The only macros
 * left are {@code mathblock}, {@code mathinline} and {@code markdown} with a plain body and {@code anchor} with its name, since
 * each output has its own way with them. No block is left in a line.
 *
 * <p>For one conversion, and one thread.
 */
public final class Reduction implements BlockVisitor<List<Block>> {
    /** The attribute of an image that shows a diagram. */
    public static final String DIAGRAM = "diagram";

    private static final int MAX_DEPTH_OF_OTHERS = 60;

    private final Trail trail;
    private final InlineReduction inlines;
    private final MacroReduction macros;
    private final EditorForms forms;
    private int depth;

    private Reduction(ReductionOptions options, Trail trail) {
        this.trail = trail;
        References references = new References(options.resolvers(), trail);
        this.macros = new MacroReduction(this, references, options, trail);
        this.forms = new EditorForms(this, references, options, trail);
        this.inlines = new InlineReduction(this, references, macros, trail);
    }

    /**
     * Reduces a document.
     *
     * @param document whole
     * @param options what to show
     * @param trail where to tell what could not be shown
     * @return the reduced document
     */
    public static Document reduce(Document document, ReductionOptions options, Trail trail) {
        return new Document(new Reduction(options, trail).blocks(document.blocks())).lifted();
    }

    List<Block> blocks(List<Block> blocks) {
        depth++;
        List<Block> reduced = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            List<Block> seen = block.accept(this);
            if (seen.size() == 1) {
                reduced.add(seen.get(0));
            } else {
                reduced.addAll(seen);
            }
        }
        depth--;
        return reduced;
    }

    List<Inline> inlines(List<Inline> content) {
        depth++;
        List<Inline> reduced = inlines.reduce(content);
        depth--;
        return reduced;
    }

    private List<Block> inside(String name, List<Block> blocks) {
        return inside(name, 0, blocks);
    }

    private List<Block> inside(String name, int number, List<Block> blocks) {
        trail.enter(name, number);
        List<Block> reduced = blocks(blocks);
        trail.leave();
        return reduced;
    }

    @Override
    public List<Block> visit(Paragraph paragraph) {
        List<Inline> content = inlines(paragraph.content());
        return List.of(
                TextRuns.isUnchanged(content, paragraph.content())
                        ? paragraph
                        : new Paragraph(content, paragraph.attributes()));
    }

    @Override
    public List<Block> visit(Plain plain) {
        List<Inline> content = inlines(plain.content());
        return List.of(TextRuns.isUnchanged(content, plain.content()) ? plain : new Plain(content));
    }

    @Override
    public List<Block> visit(Heading heading) {
        List<Inline> content = inlines(heading.content());
        trail.heading(heading.level(), () -> Words.of(content));
        return List.of(
                TextRuns.isUnchanged(content, heading.content())
                        ? heading
                        : new Heading(heading.level(), content, heading.attributes()));
    }

    @Override
    public List<Block> visit(Preformatted preformatted) {
        return List.of(new Preformatted(inlines(preformatted.content()), preformatted.attributes()));
    }

    @Override
    public List<Block> visit(BulletList list) {
        return List.of(new BulletList(items(list.items()), list.attributes()));
    }

    @Override
    public List<Block> visit(OrderedList list) {
        return List.of(new OrderedList(list.start(), items(list.items()), list.attributes()));
    }

    private List<ListItem> items(List<ListItem> items) {
        List<ListItem> reduced = new ArrayList<>(items.size());
        for (ListItem item : items) {
            reduced.add(new ListItem(inside("item", reduced.size() + 1, item.content()), item.attributes()));
        }
        return reduced;
    }

    @Override
    public List<Block> visit(TaskList list) {
        List<TaskItem> items = new ArrayList<>(list.items().size());
        for (TaskItem item : list.items()) {
            items.add(new TaskItem(
                    item.id(), item.uuid(), item.done(), inside("task", items.size() + 1, item.content())));
        }
        return List.of(new TaskList(items));
    }

    @Override
    public List<Block> visit(DecisionList list) {
        return List.of(new DecisionList(
                list.id(),
                list.items().stream()
                        .map(item -> new Decision(item.state(), item.id(), inlines(item.content())))
                        .toList()));
    }

    @Override
    public List<Block> visit(DefinitionList list) {
        List<Block> blocks = new ArrayList<>();
        for (DefinitionEntry entry : list.entries()) {
            for (Block block : blocks(entry.content())) {
                blocks.add(entry.term() ? bold(block) : block);
            }
        }
        return blocks;
    }

    private static Block bold(Block block) {
        if (block instanceof Plain plain) {
            return Paragraph.of(new Marked(Style.STRONG, plain.content()));
        }
        return block instanceof Paragraph paragraph
                ? new Paragraph(List.of(new Marked(Style.STRONG, paragraph.content())), paragraph.attributes())
                : block;
    }

    @Override
    public List<Block> visit(Table table) {
        List<TableRow> rows = new ArrayList<>(table.rows().size());
        trail.enter("table");
        for (TableRow row : table.rows()) {
            trail.enter("row", rows.size() + 1);
            List<TableCell> cells = new ArrayList<>(row.cells().size());
            for (TableCell cell : row.cells()) {
                cells.add(new TableCell(
                        cell.header(),
                        cell.columnSpan(),
                        cell.rowSpan(),
                        inside("cell", cells.size() + 1, cell.content()),
                        cell.attributes()));
            }
            rows.add(new TableRow(row.part(), cells, row.attributes()));
            trail.leave();
        }
        trail.leave();
        return List.of(new Table(table.columns(), rows, table.attributes()));
    }

    @Override
    public List<Block> visit(Quote quote) {
        return List.of(new Quote(inside("quote", quote.content()), quote.attributes()));
    }

    @Override
    public List<Block> visit(Rule rule) {
        return List.of(rule);
    }

    @Override
    public List<Block> visit(CodeBlock code) {
        String language = code.language() == null ? code.parameters().get("").orElse(null) : code.language();
        return List.of(new CodeBlock(code.form(), language, code.title(), code.text(), code.parameters()));
    }

    @Override
    public List<Block> visit(Panel panel) {
        return List.of(new Panel(
                panel.kind(), panel.title(), panel.iconText(), inside("panel", panel.content()), panel.parameters()));
    }

    @Override
    public List<Block> visit(Expand expand) {
        return List.of(new Expand(expand.title(), inside("expand", expand.content()), expand.parameters()));
    }

    @Override
    public List<Block> visit(Layout layout) {
        List<Block> blocks = new ArrayList<>();
        for (LayoutSection section : layout.sections()) {
            for (LayoutColumn column : section.columns()) {
                blocks.addAll(paragraphs(blocks(column.content())));
            }
        }
        return blocks;
    }

    @Override
    public List<Block> visit(Division division) {
        return paragraphs(blocks(division.content()));
    }

    /** What had an edge around it keeps one. */
    static List<Block> paragraphs(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block instanceof Plain plain
                        ? new Paragraph(plain.content(), dev.confluencekit.markup.tree.Attributes.NONE)
                        : block)
                .toList();
    }

    @Override
    public List<Block> visit(Macro macro) {
        return inMacro(macro);
    }

    List<Block> inMacro(Macro macro) {
        trail.enter(Apps.isApp(macro) ? "app " + Apps.nameOf(macro) : "macro " + macro.name());
        List<Block> reduced = macros.reduce(macro);
        trail.leave();
        return reduced;
    }

    @Override
    public List<Block> visit(Element element) {
        return element(element);
    }

    List<Block> element(Element element) {
        return forms.reduce(element);
    }

    /** Whether what stands here is so deep that nothing of unknown depth should be put into it. */
    boolean isDeep() {
        return depth > MAX_DEPTH_OF_OTHERS;
    }

    /** Blocks where a line is: the one line that they are, or each as it is. */
    static List<Inline> inLine(List<Block> blocks) {
        if (blocks.size() == 1 && blocks.get(0) instanceof Plain plain) {
            return plain.content();
        }
        if (blocks.size() == 1 && blocks.get(0) instanceof Paragraph paragraph) {
            return paragraph.content();
        }
        List<Inline> inlines = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            inlines.add(block instanceof Macro macro ? macro : new Embedded(block));
        }
        return inlines;
    }
}
