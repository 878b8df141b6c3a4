package dev.confluencekit.markup.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes blocks out of running text. */
final class Lifting implements BlockVisitor<List<Block>> {
    private static final Lifting LIFTING = new Lifting();

    private Lifting() {}

    static List<Block> lift(List<Block> blocks) {
        List<Block> lifted = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            lifted.addAll(block.accept(LIFTING));
        }
        return lifted;
    }

    /** What of the text is running and what is not, each with what was around it. */
    private static List<Block> split(List<Inline> content, Function<List<Inline>, Block> around) {
        Pieces pieces = new Pieces();
        pieces.add(content);
        return pieces.blocks(around);
    }

    @Override
    public List<Block> visit(Paragraph paragraph) {
        return split(paragraph.content(), piece -> new Paragraph(piece, paragraph.attributes()));
    }

    @Override
    public List<Block> visit(Plain plain) {
        return split(plain.content(), Plain::new);
    }

    @Override
    public List<Block> visit(Heading heading) {
        return split(heading.content(), piece -> new Heading(heading.level(), piece, heading.attributes()));
    }

    @Override
    public List<Block> visit(Preformatted preformatted) {
        return split(preformatted.content(), piece -> new Preformatted(piece, preformatted.attributes()));
    }

    @Override
    public List<Block> visit(BulletList list) {
        return List.of(new BulletList(items(list.items()), list.attributes()));
    }

    @Override
    public List<Block> visit(OrderedList list) {
        return List.of(new OrderedList(list.start(), items(list.items()), list.attributes()));
    }

    private static List<ListItem> items(List<ListItem> items) {
        return items.stream()
                .map(item -> new ListItem(lift(item.content()), item.attributes()))
                .toList();
    }

    @Override
    public List<Block> visit(TaskList list) {
        return List.of(new TaskList(list.items().stream()
                .map(item -> new TaskItem(item.id(), item.uuid(), item.done(), lift(item.content())))
                .toList()));
    }

    @Override
    public List<Block> visit(DecisionList list) {
        return List.of(new DecisionList(
                list.id(),
                list.items().stream()
                        .map(item -> new Decision(item.state(), item.id(), Lines.of(item.content())))
                        .toList()));
    }

    @Override
    public List<Block> visit(DefinitionList list) {
        return List.of(new DefinitionList(
                list.entries().stream()
                        .map(entry -> new DefinitionEntry(entry.term(), lift(entry.content())))
                        .toList(),
                list.attributes()));
    }

    @Override
    public List<Block> visit(Table table) {
        return List.of(new Table(
                table.columns(),
                table.rows().stream()
                        .map(row -> new TableRow(
                                row.part(),
                                row.cells().stream().map(Lifting::cell).toList(),
                                row.attributes()))
                        .toList(),
                table.attributes()));
    }

    private static TableCell cell(TableCell cell) {
        return new TableCell(cell.header(), cell.columnSpan(), cell.rowSpan(), lift(cell.content()), cell.attributes());
    }

    @Override
    public List<Block> visit(Quote quote) {
        return List.of(new Quote(lift(quote.content()), quote.attributes()));
    }

    @Override
    public List<Block> visit(Rule rule) {
        return List.of(rule);
    }

    @Override
    public List<Block> visit(CodeBlock codeBlock) {
        return List.of(codeBlock);
    }

    @Override
    public List<Block> visit(Panel panel) {
        return List.of(
                new Panel(panel.kind(), panel.title(), panel.iconText(), lift(panel.content()), panel.parameters()));
    }

    @Override
    public List<Block> visit(Expand expand) {
        return List.of(new Expand(expand.title(), lift(expand.content()), expand.parameters()));
    }

    @Override
    public List<Block> visit(Layout layout) {
        return List.of(new Layout(layout.sections().stream()
                .map(section -> new LayoutSection(
                        section.type(),
                        section.columns().stream()
                                .map(column -> new LayoutColumn(column.width(), lift(column.content())))
                                .toList(),
                        section.attributes()))
                .toList()));
    }

    @Override
    public List<Block> visit(Division division) {
        return List.of(new Division(lift(division.content()), division.attributes()));
    }

    @Override
    public List<Block> visit(Macro macro) {
        return List.of(lifted(macro));
    }

    static Macro lifted(Macro macro) {
        return new Macro(
                macro.name(),
                macro.parameters(),
                macro.bodies().stream()
                        .map(body -> body instanceof RichBody rich ? new RichBody(lift(rich.content())) : body)
                        .toList(),
                macro.attributes());
    }

    @Override
    public List<Block> visit(Element element) {
        return List.of(lifted(element));
    }

    static Element lifted(Element element) {
        return new Element(element.source(), element.name(), lift(element.content()), element.attributes());
    }
}
