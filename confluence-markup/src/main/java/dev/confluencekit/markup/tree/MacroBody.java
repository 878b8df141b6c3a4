package dev.confluencekit.markup.tree;

/** What a macro is put around. */
public sealed interface MacroBody permits RichBody, PlainBody {}
