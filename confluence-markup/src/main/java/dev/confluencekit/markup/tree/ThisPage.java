package dev.confluencekit.markup.tree;

/**
 * The page itself, mostly with an anchor in it.
 */
public record ThisPage() implements Target {}
