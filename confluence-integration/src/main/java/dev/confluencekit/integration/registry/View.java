package dev.confluencekit.integration.registry;

import dev.confluencekit.content.blogpost.BlogPostsClient;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.ConfluenceIntegration;
import dev.confluencekit.integration.connection.ConnectionReport;
import java.util.function.Supplier;

/** What {@link IntegrationRegistry#connect} gives out: a handle of its own; a test through it is the registry's. */
final class View implements ConfluenceIntegration {
    private final ConfluenceIntegration handle;
    private final Supplier<ConnectionReport> test;
    private volatile boolean closed;

    View(ConfluenceIntegration handle, Supplier<ConnectionReport> test) {
        this.handle = handle;
        this.test = test;
    }

    @Override
    public ConfluenceSite site() {
        return handle.site();
    }

    @Override
    public ConnectionReport testConnection() {
        if (closed) {
            throw new ConfluenceClosedException("the view of the integration with " + site() + " has been closed");
        }
        return test.get();
    }

    @Override
    public SpacesClient spaces() {
        return handle.spaces();
    }

    @Override
    public PagesClient pages() {
        return handle.pages();
    }

    @Override
    public BlogPostsClient blogPosts() {
        return handle.blogPosts();
    }

    @Override
    public ConfluenceConnection connection() {
        return handle.connection();
    }

    @Override
    public ConfluenceIntegration share() {
        return new View(handle.share(), test);
    }

    @Override
    public void close() {
        closed = true;
        handle.close();
    }

    @Override
    public String toString() {
        return handle.toString();
    }
}
