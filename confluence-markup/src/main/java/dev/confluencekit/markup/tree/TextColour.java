package dev.confluencekit.markup.tree;

/**
 * Text in a colour.
 *
 * @param colour as the source writes it
 */
public record TextColour(String colour) implements Mark {}
