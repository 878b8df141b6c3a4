package dev.confluencekit.markup.tree;

/**
 * Answers something for each kind of block.
 *
 * @param <R> what is answered
 */
public interface BlockVisitor<R> {
    /** Answers for a paragraph. */
    R visit(Paragraph paragraph);

    /** Answers for a plain. */
    R visit(Plain plain);

    /** Answers for a heading. */
    R visit(Heading heading);

    /** Answers for a bullet list. */
    R visit(BulletList bulletList);

    /** Answers for an ordered list. */
    R visit(OrderedList orderedList);

    /** Answers for a task list. */
    R visit(TaskList taskList);

    /** Answers for a decision list. */
    R visit(DecisionList decisionList);

    /** Answers for a definition list. */
    R visit(DefinitionList definitionList);

    /** Answers for a table. */
    R visit(Table table);

    /** Answers for a quote. */
    R visit(Quote quote);

    /** Answers for a rule. */
    R visit(Rule rule);

    /** Answers for a code block. */
    R visit(CodeBlock codeBlock);

    /** Answers for a preformatted. */
    R visit(Preformatted preformatted);

    /** Answers for a panel. */
    R visit(Panel panel);

    /** Answers for an expand. */
    R visit(Expand expand);

    /** Answers for a layout. */
    R visit(Layout layout);

    /** Answers for a division. */
    R visit(Division division);

    /** Answers for a macro. */
    R visit(Macro macro);

    /** Answers for an element. */
    R visit(Element element);
}
