package dev.confluencekit.markup.text;

import dev.confluencekit.markup.internal.table.TableGrid;
import dev.confluencekit.markup.internal.table.TableGrid.Slot;
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
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Preformatted;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Rule;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TableCell;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.TaskList;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Writes blocks as lines. Each visit answers whether anything was written. */
final class TextBlocks implements BlockVisitor<Boolean> {
    /** Deeper items are not indented any more. */
    private static final int MAX_DEPTH = 40;

    private final StringBuilder text = new StringBuilder();
    private final TextLines lines;
    private final boolean addresses;
    private final Deque<String> indents = new ArrayDeque<>();

    /** What the next line begins with, besides the indent. */
    private String marker = "";

    /** What the next line begins with, behind that. */
    private String before = "";

    TextBlocks(boolean addresses) {
        this.addresses = addresses;
        this.lines = new TextLines(addresses);
    }

    String text() {
        return text.toString();
    }

    boolean write(List<Block> blocks) {
        boolean any = false;
        for (Block block : blocks) {
            any |= block.accept(this);
        }
        return any;
    }

    private boolean lines(String written) {
        if (written.isEmpty()) {
            return false;
        }
        for (String line : written.split("\n", -1)) {
            String indent = indents.isEmpty() ? "" : indents.element();
            if (!marker.isEmpty()) {
                text.append(indent, 0, Math.max(0, indent.length() - marker.length()));
                text.append(line.isBlank() ? marker.strip() : marker);
                marker = "";
            } else if (!line.isEmpty()) {
                text.append(indent);
            }
            text.append(before).append(line.stripTrailing()).append('\n');
            before = "";
        }
        return true;
    }

    private void item(String first, List<Block> content) {
        String around = indents.isEmpty() ? "" : indents.element();
        if (!marker.isEmpty()) {
            // The item that this list is in has no text of its own.
            lines(" ");
        }
        indents.push(indents.size() < MAX_DEPTH ? around + " ".repeat(first.length()) : around);
        marker = first;
        if (!write(content) && !marker.isEmpty()) {
            lines(" ");
        }
        marker = "";
        indents.pop();
    }

    @Override
    public Boolean visit(Paragraph paragraph) {
        return lines(lines.of(paragraph.content()));
    }

    @Override
    public Boolean visit(Plain plain) {
        return lines(lines.of(plain.content()));
    }

    @Override
    public Boolean visit(Heading heading) {
        return lines(lines.of(heading.content()).replace('\n', ' '));
    }

    @Override
    public Boolean visit(BulletList list) {
        for (ListItem item : list.items()) {
            item("- ", item.content());
        }
        return !list.items().isEmpty();
    }

    @Override
    public Boolean visit(OrderedList list) {
        long number = list.start();
        for (ListItem item : list.items()) {
            item(number++ + ". ", item.content());
        }
        return !list.items().isEmpty();
    }

    @Override
    public Boolean visit(TaskList list) {
        for (TaskItem item : list.items()) {
            item(item.done() ? "[x] " : "[ ] ", item.content());
        }
        return !list.items().isEmpty();
    }

    @Override
    public Boolean visit(DecisionList list) {
        for (Decision decision : list.items()) {
            lines("Decision: " + lines.of(decision.content()));
        }
        return !list.items().isEmpty();
    }

    @Override
    public Boolean visit(Table table) {
        boolean any = false;
        for (List<Slot> row : TableGrid.of(table).rows()) {
            StringBuilder line = new StringBuilder();
            boolean first = true;
            for (Slot slot : row) {
                TableCell cell = slot.cell();
                line.append(first ? "" : " | ");
                first = false;
                if (cell != null && slot.origin()) {
                    line.append(inOneLine(cell));
                }
            }
            String written = line.toString().strip();
            any |= !written.replace("|", "").isBlank() && lines(written);
        }
        return any;
    }

    private String inOneLine(TableCell cell) {
        TextBlocks inner = new TextBlocks(addresses);
        inner.write(cell.content());
        return inner.text().lines().map(String::strip).collect(Collectors.joining(" "));
    }

    @Override
    public Boolean visit(Quote quote) {
        return write(quote.content());
    }

    @Override
    public Boolean visit(Rule rule) {
        return false;
    }

    @Override
    public Boolean visit(CodeBlock code) {
        boolean titled = code.title() != null && lines(code.title().strip());
        return verbatim(code.text()) || titled;
    }

    private boolean verbatim(String code) {
        String clean = code.replace("\r\n", "\n").replace('\r', '\n');
        return lines(clean.endsWith("\n") ? clean.substring(0, clean.length() - 1) : clean);
    }

    @Override
    public Boolean visit(Preformatted preformatted) {
        StringBuilder code = new StringBuilder();
        verbatim(preformatted.content(), code);
        return verbatim(code.toString());
    }

    private static void verbatim(List<Inline> content, StringBuilder code) {
        for (Inline inline : content) {
            if (inline instanceof Text words) {
                code.append(words.value());
            } else if (inline instanceof LineBreak) {
                code.append('\n');
            } else if (inline instanceof Marked marked) {
                verbatim(marked.content(), code);
            } else if (inline instanceof Link link) {
                verbatim(link.content(), code);
            }
        }
    }

    @Override
    public Boolean visit(Panel panel) {
        String icon = panel.iconText() == null ? "" : panel.iconText() + " ";
        String title = (icon + (panel.title() == null ? "" : panel.title())).strip();
        if (panel.kind() == PanelKind.CUSTOM) {
            boolean titled = lines(title);
            return write(panel.content()) || titled;
        }
        String label = label(panel.kind()) + ": ";
        if (!title.isEmpty()) {
            lines(label + title);
            write(panel.content());
            return true;
        }
        if (!panel.content().isEmpty() && !isText(panel.content().get(0))) {
            lines(label.strip());
            write(panel.content());
            return true;
        }
        before = label;
        boolean any = write(panel.content());
        before = "";
        return any;
    }

    private static boolean isText(Block block) {
        return block instanceof Paragraph || block instanceof Plain;
    }

    private static String label(PanelKind kind) {
        return switch (kind) {
            case INFO -> "Info";
            case TIP -> "Tip";
            case NOTE -> "Important";
            case WARNING -> "Warning";
            case ERROR -> "Caution";
            case CUSTOM -> "Note";
        };
    }

    @Override
    public Boolean visit(Expand expand) {
        boolean titled = expand.title() != null && lines(expand.title().strip());
        return write(expand.content()) || titled;
    }

    @Override
    public Boolean visit(Macro macro) {
        return macro.name().equals("anchor") ? false : verbatim(TextLines.body(macro));
    }

    // What a reduced document does not have any more is written by what is in it.

    @Override
    public Boolean visit(DefinitionList list) {
        boolean any = false;
        for (var entry : list.entries()) {
            any |= write(entry.content());
        }
        return any;
    }

    @Override
    public Boolean visit(Layout layout) {
        boolean any = false;
        for (var section : layout.sections()) {
            for (var column : section.columns()) {
                any |= write(column.content());
            }
        }
        return any;
    }

    @Override
    public Boolean visit(Division division) {
        return write(division.content());
    }

    @Override
    public Boolean visit(Element element) {
        return write(element.content());
    }
}
