package dev.confluencekit.markup.tree;

/**
 * Text that somebody commented on.
 *
 * @param reference of the comment
 */
public record CommentMark(String reference) implements Mark {}
