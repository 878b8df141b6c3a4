/** Reads bodies of Confluence into a document tree; writes Markdown, plain text and storage from it. */
module dev.confluencekit.markup {
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires org.commonmark;
    requires org.commonmark.ext.autolink;
    requires org.commonmark.ext.footnotes;
    requires org.commonmark.ext.gfm.strikethrough;
    requires org.commonmark.ext.gfm.tables;
    requires org.commonmark.ext.task.list.items;
    requires org.jsoup;
    requires static transitive dev.confluencekit.content;
    requires static transitive dev.confluencekit.core;
    requires static transitive dev.confluencekit.sync;
    requires static org.jspecify;

    exports dev.confluencekit.markup;
    exports dev.confluencekit.markup.adf;
    exports dev.confluencekit.markup.build;
    exports dev.confluencekit.markup.chunk;
    exports dev.confluencekit.markup.error;
    exports dev.confluencekit.markup.gfm;
    exports dev.confluencekit.markup.markdown;
    exports dev.confluencekit.markup.report;
    exports dev.confluencekit.markup.resolve;
    exports dev.confluencekit.markup.site;
    exports dev.confluencekit.markup.storage;
    exports dev.confluencekit.markup.text;
    exports dev.confluencekit.markup.tree;
}
