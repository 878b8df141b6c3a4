package dev.confluencekit.markup.tree;

/**
 * Text before a colour.
 *
 * @param colour as the source writes it
 */
public record BackgroundColour(String colour) implements Mark {}
