package dev.confluencekit.integration;

import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.site.ConfluenceSite;

/** Holds the parts together. */
final class DefaultConfluenceIntegration implements ConfluenceIntegration {
    private final ConfluenceConnection connection;
    private final ConnectionTest connectionTest;
    private final SpacesClient spaces;
    private final PagesClient pages;
    private final Runnable afterClose;

    DefaultConfluenceIntegration(ConfluenceConnection connection, ConnectionTest connectionTest, Runnable afterClose) {
        this.connection = connection;
        this.connectionTest = connectionTest;
        this.spaces = SpacesClient.over(connection);
        this.pages = PagesClient.over(connection, new SpaceKeys(spaces));
        this.afterClose = afterClose;
    }

    @Override
    public ConfluenceSite site() {
        return connection.site();
    }

    @Override
    public ConnectionReport testConnection() {
        return connectionTest.run();
    }

    @Override
    public SpacesClient spaces() {
        return spaces;
    }

    @Override
    public PagesClient pages() {
        return pages;
    }

    @Override
    public void close() {
        connection.close();
        afterClose.run();
    }

    @Override
    public String toString() {
        return "Confluence integration with " + site();
    }
}
