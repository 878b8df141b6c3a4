package dev.confluencekit.markup.tree;

/** A language in which bodies are written. */
public enum Source {
    /** Confluence's storage format. */
    STORAGE,
    /** The Atlassian Document Format. */
    ADF,
    /** Markdown. */
    MARKDOWN
}
