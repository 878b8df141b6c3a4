/** Typed clients, a package for each noun. */
module dev.confluencekit.content {
    requires transitive dev.confluencekit.core;
    requires com.fasterxml.jackson.annotation;
    requires static org.jspecify;

    exports dev.confluencekit.content;
    exports dev.confluencekit.content.attachment;
    exports dev.confluencekit.content.blogpost;
    exports dev.confluencekit.content.body;
    exports dev.confluencekit.content.classification;
    exports dev.confluencekit.content.comment;
    exports dev.confluencekit.content.contenttype;
    exports dev.confluencekit.content.customcontent;
    exports dev.confluencekit.content.group;
    exports dev.confluencekit.content.hierarchy;
    exports dev.confluencekit.content.label;
    exports dev.confluencekit.content.like;
    exports dev.confluencekit.content.longtask;
    exports dev.confluencekit.content.operation;
    exports dev.confluencekit.content.owner;
    exports dev.confluencekit.content.page;
    exports dev.confluencekit.content.part;
    exports dev.confluencekit.content.property;
    exports dev.confluencekit.content.raw;
    exports dev.confluencekit.content.restriction;
    exports dev.confluencekit.content.search;
    exports dev.confluencekit.content.space;
    exports dev.confluencekit.content.task;
    exports dev.confluencekit.content.user;
    exports dev.confluencekit.content.version;
    exports dev.confluencekit.content.watch;
}
