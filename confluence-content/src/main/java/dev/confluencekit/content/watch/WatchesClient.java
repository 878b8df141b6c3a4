package dev.confluencekit.content.watch;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;

/**
 * Who watches content, labels and spaces, that is, is told of changes (v1; v2 has no watches). Safe for use by many
 * threads.
 *
 * <pre>{@code
 * WatchesClient watches = WatchesClient.over(connection);
 * watches.watch(WatchTarget.space("SUPPORT"));
 * }</pre>
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}. They speak of the account
 * of the key; for others see {@link #ofUser}.
 */
public interface WatchesClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static WatchesClient over(ConfluenceConnection connection) {
        return new DefaultWatchesClient(connection, null);
    }

    /**
     * The same for what somebody else watches. The account of the key must be a Confluence administrator.
     *
     * @param account who
     * @return a client
     */
    WatchesClient ofUser(AccountId account);

    /**
     * Whether something is watched; one request.
     *
     * @param target what
     * @return true if it is
     */
    boolean isWatching(WatchTarget target);

    /**
     * Watches something; one request. That it was watched before makes no difference.
     *
     * @param target what
     */
    void watch(WatchTarget target);

    /**
     * Does not watch something any more; one request.
     *
     * @param target what
     */
    void unwatch(WatchTarget target);

    /**
     * Lists who watches a page ({@code getWatchesForPage}); one request for each 200.
     *
     * @param content the page
     * @return the watches
     */
    Paged<Watch> watchersOf(ContentId content);

    /**
     * Lists who watches the space that content is in ({@code getWatchesForSpace}); one request for each 200.
     *
     * @param content any content of the space
     * @return the watches
     */
    Paged<Watch> watchersOfSpaceOf(ContentId content);

    /**
     * Lists who watches a space ({@code getWatchersForSpace}); one request for each 200.
     *
     * @param spaceKey the key of the space
     * @return the watches
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the key is blank
     */
    Paged<Watch> watchersOfSpace(String spaceKey);
}
