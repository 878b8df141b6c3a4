package dev.confluencekit.integration;

import dev.confluencekit.content.blogpost.BlogPostsClient;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.internal.connection.ConnectionTest;
import dev.confluencekit.integration.message.Messages;

/** Holds the parts together. */
final class DefaultConfluenceIntegration implements ConfluenceIntegration {
    private final ConfluenceConnection connection;
    private final Messages messages;
    private final ConnectionTest connectionTest;
    private final KeyMemory keyMemory;
    private final SpacesClient spaces;
    private final SpaceKeys spaceKeys;
    private final PagesClient pages;
    private final BlogPostsClient blogPosts;
    private final Runnable afterClose;

    DefaultConfluenceIntegration(
            ConfluenceConnection connection, Messages messages, KeyMemory keyMemory, Runnable afterClose) {
        this(connection, messages, keyMemory, new SpaceKeys(SpacesClient.over(connection)), afterClose);
    }

    private DefaultConfluenceIntegration(
            ConfluenceConnection connection,
            Messages messages,
            KeyMemory keyMemory,
            SpaceKeys spaceKeys,
            Runnable afterClose) {
        this.connection = connection;
        this.messages = messages;
        this.connectionTest = new ConnectionTest(connection, messages);
        this.keyMemory = keyMemory;
        this.spaces = SpacesClient.over(connection);
        this.pages = PagesClient.over(connection, spaceKeys);
        this.blogPosts = BlogPostsClient.over(connection, spaceKeys);
        this.spaceKeys = spaceKeys;
        this.afterClose = afterClose;
    }

    @Override
    public ConfluenceSite site() {
        return connection.site();
    }

    @Override
    public ConnectionReport testConnection() {
        return keyMemory.use(connectionTest);
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
    public BlogPostsClient blogPosts() {
        return blogPosts;
    }

    @Override
    public ConfluenceConnection connection() {
        return connection;
    }

    @Override
    public ConfluenceIntegration share() {
        return new DefaultConfluenceIntegration(connection.share(), messages, keyMemory, spaceKeys, () -> {});
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
