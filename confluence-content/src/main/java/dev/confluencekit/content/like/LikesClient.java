package dev.confluencekit.content.like;

import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;

/**
 * Who likes one page, blog post or comment. Safe for use by many threads.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scope for
 * reading the owner. Nobody can be made to like something: the service has no such operation.
 */
public interface LikesClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @param owner a page, a blog post, or a comment
     * @return a client
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner is none of these
     */
    static LikesClient over(ConfluenceConnection connection, ContentOwner owner) {
        return new DefaultLikesClient(connection, owner);
    }

    /**
     * Counts the likes; one request.
     *
     * @return how many
     */
    long count();

    /**
     * Lists who likes it; one request for each 250.
     *
     * @return the likes
     */
    Paged<Like> list();
}
