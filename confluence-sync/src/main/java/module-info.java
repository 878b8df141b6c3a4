/** Mirrors spaces of Confluence into a target and keeps the mirror true. */
module dev.confluencekit.sync {
    requires transitive dev.confluencekit.content;
    requires transitive dev.confluencekit.core;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.confluencekit.sync;
    exports dev.confluencekit.sync.directory;
    exports dev.confluencekit.sync.internal.stored to
            dev.confluencekit.sync.jdbc;
    exports dev.confluencekit.sync.item;
    exports dev.confluencekit.sync.memory;
    exports dev.confluencekit.sync.render;
    exports dev.confluencekit.sync.report;
    exports dev.confluencekit.sync.scope;
    exports dev.confluencekit.sync.target;

    opens dev.confluencekit.sync.internal.checkpoint to
            com.fasterxml.jackson.databind;
}
