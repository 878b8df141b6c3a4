package dev.confluencekit.markup.tree;

/**
 * A body that is the macro's own business: code, a formula, another markup.
 *
 * @param text as it is
 */
public record PlainBody(String text) implements MacroBody {}
