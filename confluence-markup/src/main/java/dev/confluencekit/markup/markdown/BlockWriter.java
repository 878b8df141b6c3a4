package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.markdown.InlineWriter.Where;
import dev.confluencekit.markup.markdown.MarkdownOptions.Choice;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BlockVisitor;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.DecisionList;
import dev.confluencekit.markup.tree.DefinitionList;
import dev.confluencekit.markup.tree.Division;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Layout;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Preformatted;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Rule;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TaskList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes blocks on lines of their own, one empty line between two. Each visit answers whether anything was written. */
final class BlockWriter implements BlockVisitor<Boolean> {
    private static final String UNTITLED = "Click here to expand...";

    private static final Pattern DECORATION = Pattern.compile("(?:^| )#++$");

    private final Output output;
    private final MarkdownOptions options;
    private final ListWriter lists;
    private final TableWriter tables;

    /** Whether what is written next needs an empty line before it. */
    private boolean behindBlock;

    BlockWriter(Output output, MarkdownOptions options, Trail trail) {
        this.output = output;
        this.options = options;
        this.lists = new ListWriter(this, output);
        this.tables = new TableWriter(options, trail);
    }

    void write(List<Block> blocks) {
        Block before = new Rule();
        boolean other = false;
        for (Block block : blocks) {
            other = ListWriter.areAlike(before, block) && !other;
            lists.useOtherMarker(other);
            if (block.accept(this)) {
                before = block;
            }
        }
    }

    /** Writes blocks that are inside something: the first one needs no empty line. */
    void inside(List<Block> blocks) {
        behindBlock = false;
        write(blocks);
        behindBlock = true;
    }

    /** An empty line, if something is above. */
    void apart() {
        if (behindBlock) {
            output.line("");
        }
        behindBlock = true;
    }

    /** The next block follows on the next line. */
    void together() {
        behindBlock = false;
    }

    /** Something is above that what comes is to be kept apart from. */
    void behind() {
        behindBlock = true;
    }

    boolean isBlank(Block block) {
        return (block instanceof Plain plain && InlineWriter.isBlank(plain.content(), options))
                || (block instanceof Paragraph paragraph && InlineWriter.isBlank(paragraph.content(), options));
    }

    private boolean lines(String text) {
        if (text.isEmpty()) {
            return false;
        }
        apart();
        output.lines(text);
        return true;
    }

    String inline(List<Inline> content) {
        return InlineWriter.write(content, Where.PARAGRAPH, options);
    }

    @Override
    public Boolean visit(Paragraph paragraph) {
        return lines(inline(paragraph.content()));
    }

    @Override
    public Boolean visit(Plain plain) {
        return lines(inline(plain.content()));
    }

    @Override
    public Boolean visit(Heading heading) {
        String text = InlineWriter.write(heading.content(), Where.HEADING, options);
        if (text.isEmpty()) {
            return false;
        }
        int level = Math.max(1, Math.min(6, heading.level() + options.headingShift()));
        // Number signs at the end would be taken for a decoration.
        String safe = DECORATION.matcher(text).find() ? text.substring(0, text.length() - 1) + "\\#" : text;
        return lines("#".repeat(level) + " " + safe);
    }

    @Override
    public Boolean visit(BulletList list) {
        return lists.write(list);
    }

    @Override
    public Boolean visit(OrderedList list) {
        return lists.write(list);
    }

    @Override
    public Boolean visit(TaskList list) {
        return lists.write(list);
    }

    @Override
    public Boolean visit(DecisionList list) {
        return lists.write(list);
    }

    @Override
    public Boolean visit(Table table) {
        List<String> rows = tables.write(table);
        if (rows.isEmpty()) {
            return false;
        }
        apart();
        rows.forEach(output::line);
        return true;
    }

    @Override
    public Boolean visit(Quote quote) {
        if (quote.content().isEmpty()) {
            return false;
        }
        apart();
        output.enter("> ", "> ");
        inside(quote.content());
        output.leave();
        return true;
    }

    @Override
    public Boolean visit(Rule rule) {
        // At the beginning of a file three dashes would be taken for front matter, in an item for bullets.
        return lines(!output.isOutermost() ? "___" : output.isEmpty() ? "***" : "---");
    }

    @Override
    public Boolean visit(CodeBlock code) {
        String title = code.title();
        if (title != null) {
            lines(Labels.bold(title, Where.PARAGRAPH, options));
        }
        apart();
        Fence.write(code.text(), Fence.language(code), output);
        return true;
    }

    @Override
    public Boolean visit(Preformatted preformatted) {
        apart();
        Fence.write(Fence.verbatim(preformatted.content()), "", output);
        return true;
    }

    @Override
    public Boolean visit(Panel panel) {
        String title = Labels.titleOf(panel);
        if (title.isEmpty() && panel.content().isEmpty()) {
            return false;
        }
        boolean alert = output.isOutermost();
        apart();
        output.enter("> ", "> ");
        together();
        if (alert) {
            output.line("[!" + Labels.alert(panel.kind()) + "]");
            if (!title.isEmpty()) {
                output.line(Labels.bold(title, Where.PARAGRAPH, options));
                behindBlock = true;
            }
            behindBlock |= panel.content().stream()
                    .filter(block -> !isBlank(block))
                    .findFirst()
                    .filter(lists::needsEmptyLine)
                    .isPresent();
            write(panel.content());
        } else {
            output.line(Labels.bold(Labels.label(panel), Where.PARAGRAPH, options));
            behindBlock = true;
            write(panel.content());
        }
        output.leave();
        behindBlock = true;
        return true;
    }

    @Override
    public Boolean visit(Expand expand) {
        String title = expand.title() == null || expand.title().isBlank() ? UNTITLED : expand.title();
        if (!options.has(Choice.DETAILS)) {
            lines(Labels.bold(title, Where.PARAGRAPH, options));
            write(expand.content());
            return true;
        }
        apart();
        output.line("<details>");
        output.line("<summary>" + Escapes.html(title) + "</summary>");
        write(expand.content());
        apart();
        output.line("</details>");
        return true;
    }

    @Override
    public Boolean visit(Macro macro) {
        return switch (macro.name()) {
            case "mathblock" -> lines("$$\n" + InlineWriter.body(macro).replace("\r\n", "\n") + "\n$$");
            case "markdown" ->
                lines(RawMarkdown.withoutHtml(InlineWriter.body(macro)).strip());
            default -> lines(inline(List.of(macro)));
        };
    }

    // What a reduced document does not have any more is written by what is in it.

    @Override
    public Boolean visit(DefinitionList list) {
        list.entries().forEach(entry -> write(entry.content()));
        return true;
    }

    @Override
    public Boolean visit(Layout layout) {
        layout.sections().forEach(section -> section.columns().forEach(column -> write(column.content())));
        return true;
    }

    @Override
    public Boolean visit(Division division) {
        write(division.content());
        return true;
    }

    @Override
    public Boolean visit(Element element) {
        write(element.content());
        return true;
    }
}
