package dev.confluencekit.content.classification;

import dev.confluencekit.content.ClassificationLevelId;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;

/**
 * The classification of one page, blog post, whiteboard or database, or the one that a space gives to its content by
 * default. Safe for use by many threads.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scope for
 * reading, or for writing, the owner.
 */
public interface ClassificationClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @param owner a page, a blog post, a whiteboard, a database, or a space
     * @return a client for the owner as it is published
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner cannot be classified
     */
    static ClassificationClient over(ConfluenceConnection connection, ContentOwner owner) {
        return new DefaultClassificationClient(connection, owner, false);
    }

    /**
     * The same for the draft of a page or of a blog post.
     *
     * @return a client
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner has no drafts
     */
    ClassificationClient ofDraft();

    /**
     * Reads the level; one request.
     *
     * @return the level
     * @throws dev.confluencekit.core.error.NotFoundException if the owner cannot be seen; the service does not say how it
     *     answers where there is no level
     */
    ClassificationLevel get();

    /**
     * Sets the level; one request.
     *
     * @param level the level
     */
    void set(ClassificationLevelId level);

    /** Goes back to the level that the space gives, or for a space to none; one request. */
    void reset();
}
