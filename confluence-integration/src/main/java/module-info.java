/** The facade: one connected Confluence integration. */
module dev.confluencekit.integration {
    requires transitive dev.confluencekit.auth;
    requires transitive dev.confluencekit.content;
    requires transitive dev.confluencekit.core;
    requires transitive dev.confluencekit.sync;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.confluencekit.integration;
    exports dev.confluencekit.integration.connection;
    exports dev.confluencekit.integration.descriptor;
    exports dev.confluencekit.integration.message;
    exports dev.confluencekit.integration.registry;

    opens dev.confluencekit.integration.internal.store to
            com.fasterxml.jackson.databind;
}
