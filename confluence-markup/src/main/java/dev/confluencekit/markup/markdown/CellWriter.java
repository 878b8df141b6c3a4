package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.markdown.InlineWriter.Where;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BlockVisitor;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.Decision;
import dev.confluencekit.markup.tree.DecisionList;
import dev.confluencekit.markup.tree.DefinitionList;
import dev.confluencekit.markup.tree.Division;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Layout;
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
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what is in a cell of a table: everything in one line, with {@code <br>} for the ends of lines. */
final class CellWriter implements BlockVisitor<List<String>> {
    private static final String BREAK = "<br>";

    private final MarkdownOptions options;

    CellWriter(MarkdownOptions options) {
        this.options = options;
    }

    /** Writes a cell, in bold letters if it is to stand out. */
    String write(TableCell cell, boolean bold) {
        List<Block> content =
                bold ? cell.content().stream().map(CellWriter::bold).toList() : cell.content();
        return String.join(BREAK, lines(content));
    }

    private static Block bold(Block block) {
        return block instanceof Paragraph paragraph
                ? Paragraph.of(new Marked(Style.STRONG, paragraph.content()))
                : block instanceof Plain plain ? Plain.of(new Marked(Style.STRONG, plain.content())) : block;
    }

    private List<String> lines(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            lines.addAll(block.accept(this));
        }
        return lines;
    }

    private List<String> line(List<Inline> content) {
        String line = InlineWriter.write(content, Where.CELL, options);
        return line.isEmpty() ? List.of() : List.of(line);
    }

    private List<String> bold(String text) {
        String bold = Labels.bold(text, Where.CELL, options);
        return bold.isEmpty() ? List.of() : List.of(bold);
    }

    /** The first line behind a marker, the others below it. */
    private static List<String> behind(String marker, List<String> lines) {
        List<String> marked = new ArrayList<>(lines);
        if (marked.isEmpty()) {
            marked.add(marker.strip());
        } else {
            marked.set(0, marker + marked.get(0));
        }
        return marked;
    }

    @Override
    public List<String> visit(Paragraph paragraph) {
        return line(paragraph.content());
    }

    @Override
    public List<String> visit(Plain plain) {
        return line(plain.content());
    }

    @Override
    public List<String> visit(Heading heading) {
        return line(List.of(new Marked(Style.STRONG, heading.content())));
    }

    @Override
    public List<String> visit(BulletList list) {
        List<String> lines = new ArrayList<>();
        for (ListItem item : list.items()) {
            lines.addAll(behind("- ", lines(item.content())));
        }
        return lines;
    }

    @Override
    public List<String> visit(OrderedList list) {
        List<String> lines = new ArrayList<>();
        long number = list.start();
        for (ListItem item : list.items()) {
            lines.addAll(behind(number++ + ". ", lines(item.content())));
        }
        return lines;
    }

    @Override
    public List<String> visit(TaskList list) {
        List<String> lines = new ArrayList<>();
        for (TaskItem item : list.items()) {
            lines.addAll(behind(item.done() ? "[x] " : "[ ] ", lines(item.content())));
        }
        return lines;
    }

    @Override
    public List<String> visit(DecisionList list) {
        List<String> lines = new ArrayList<>();
        for (Decision decision : list.items()) {
            lines.addAll(behind(bold("Decision:").get(0) + " ", line(decision.content())));
        }
        return lines;
    }

    @Override
    public List<String> visit(Table table) {
        List<String> lines = new ArrayList<>();
        for (TableRow row : table.rows()) {
            lines.add(row.cells().stream()
                    .map(cell -> String.join(" ", lines(cell.content())))
                    .collect(Collectors.joining(" / ")));
        }
        return lines;
    }

    @Override
    public List<String> visit(Quote quote) {
        return lines(quote.content());
    }

    @Override
    public List<String> visit(Rule rule) {
        return List.of("---");
    }

    @Override
    public List<String> visit(CodeBlock code) {
        List<String> lines = new ArrayList<>();
        if (code.title() != null) {
            lines.addAll(bold(code.title()));
        }
        lines.addAll(code(code.text()));
        return lines;
    }

    private List<String> code(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : Fence.lines(text).split("\n", -1)) {
            lines.addAll(line(List.of(Marked.of(Style.CODE, new Text(line)))));
        }
        return lines;
    }

    @Override
    public List<String> visit(Preformatted preformatted) {
        return code(Fence.verbatim(preformatted.content()));
    }

    @Override
    public List<String> visit(Panel panel) {
        List<String> label = bold(Labels.label(panel) + (Labels.titleOf(panel).isEmpty() ? ":" : ""));
        return behind(label.isEmpty() ? "" : label.get(0) + " ", lines(panel.content()));
    }

    @Override
    public List<String> visit(Expand expand) {
        List<String> lines = new ArrayList<>();
        if (expand.title() != null) {
            lines.addAll(bold(expand.title()));
        }
        lines.addAll(lines(expand.content()));
        return lines;
    }

    @Override
    public List<String> visit(Macro macro) {
        return line(List.of(macro));
    }

    // What a reduced document does not have any more is written by what is in it.

    @Override
    public List<String> visit(DefinitionList list) {
        return list.entries().stream()
                .flatMap(entry -> lines(entry.content()).stream())
                .toList();
    }

    @Override
    public List<String> visit(Layout layout) {
        return layout.sections().stream()
                .flatMap(section -> section.columns().stream())
                .flatMap(column -> lines(column.content()).stream())
                .toList();
    }

    @Override
    public List<String> visit(Division division) {
        return lines(division.content());
    }

    @Override
    public List<String> visit(Element element) {
        return lines(element.content());
    }
}
