/** Keeps a mirror of Confluence in a database. */
module dev.confluencekit.sync.jdbc {
    requires transitive dev.confluencekit.sync;
    requires transitive java.sql;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.confluencekit.sync.jdbc;
}
