/**
 * A Confluence Cloud in memory, for tests and demonstrations.
 *
 * <p>Needs nothing of ConfluenceKit, so that it can judge any client.
 */
module dev.confluencekit.testkit {
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires static org.jspecify;

    exports dev.confluencekit.testkit;

    uses dev.confluencekit.testkit.internal.watch.ExchangeWatcher;
}
