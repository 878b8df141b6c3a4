package dev.confluencekit.markup.tree;

/** How text looks, or what is said about it. */
public sealed interface Mark permits Style, TextColour, BackgroundColour, CommentMark {}
