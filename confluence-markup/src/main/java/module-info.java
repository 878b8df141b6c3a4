/** Reads bodies of Confluence into a document tree; writes Markdown, plain text and storage from it. */
module dev.confluencekit.markup {
    requires java.xml;
    requires org.jsoup;
    requires static org.jspecify;

    exports dev.confluencekit.markup;
    exports dev.confluencekit.markup.error;
    exports dev.confluencekit.markup.markdown;
    exports dev.confluencekit.markup.report;
    exports dev.confluencekit.markup.resolve;
    exports dev.confluencekit.markup.storage;
    exports dev.confluencekit.markup.text;
    exports dev.confluencekit.markup.tree;
}
