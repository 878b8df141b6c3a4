/** Reads bodies of Confluence into a document tree; writes Markdown, plain text and storage from it. */
module dev.confluencekit.markup {
    requires static org.jspecify;

    exports dev.confluencekit.markup.tree;
}
