package dev.confluencekit.markup.tree;

/**
 * Answers something for each kind of inline.
 *
 * @param <R> what is answered
 */
public interface InlineVisitor<R> {
    /** Answers for a text. */
    R visit(Text text);

    /** Answers for a line break. */
    R visit(LineBreak lineBreak);

    /** Answers for a marked. */
    R visit(Marked marked);

    /** Answers for a link. */
    R visit(Link link);

    /** Answers for an image. */
    R visit(Image image);

    /** Answers for an emoji. */
    R visit(Emoji emoji);

    /** Answers for a mention. */
    R visit(Mention mention);

    /** Answers for a date. */
    R visit(Date date);

    /** Answers for a status. */
    R visit(Status status);

    /** Answers for a placeholder. */
    R visit(Placeholder placeholder);

    /** Answers for a template variable. */
    R visit(TemplateVariable templateVariable);

    /** Answers for an embedded. */
    R visit(Embedded embedded);

    /** Answers for a macro. */
    R visit(Macro macro);

    /** Answers for an element. */
    R visit(Element element);
}
