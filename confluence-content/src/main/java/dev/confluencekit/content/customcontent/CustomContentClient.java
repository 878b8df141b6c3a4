package dev.confluencekit.content.customcontent;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import java.util.Optional;

/**
 * Content of the types that apps bring along. What a type means, and whether others than its app may write it, is the
 * app's affair. Safe for use by many threads.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scopes
 * {@code read:}, {@code write:} or {@code delete:custom-content:confluence}.
 */
public interface CustomContentClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static CustomContentClient over(ConfluenceConnection connection) {
        return new DefaultCustomContentClient(connection);
    }

    /**
     * Lists custom content; one request for each 250.
     *
     * @param query which
     * @return the content
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the query contradicts itself
     */
    Paged<CustomContent> list(CustomContentQuery query);

    /**
     * Reads one without its body; one request.
     *
     * @param id its id
     * @return the content
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    CustomContent get(ContentId id);

    /**
     * Reads one with its body; one request.
     *
     * @param id its id
     * @param representation {@code raw}, {@code storage}, {@code atlas_doc_format}, {@code view}, {@code export_view} or
     *     {@code anonymous_export_view}
     * @return the content
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    CustomContent get(ContentId id, String representation);

    /**
     * Reads one that may not be there, without its body; one request.
     *
     * @param id its id
     * @return the content, or empty if it does not exist or the account may not see it
     */
    Optional<CustomContent> find(ContentId id);

    /**
     * Creates one; one request. It is not sent again if its answer is lost, since that could create a second one.
     *
     * @param container the space, page, blog post or custom content that it belongs to
     * @param type the app's name of the type
     * @param title the title
     * @param body the body
     * @return the content in its first version
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the container is of another kind, or type or title
     *     are blank
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer is lost: it may have been created
     */
    CustomContent create(ContentOwner container, String type, String title, NewBody body);

    /**
     * Gives one another title and body; one request.
     *
     * @param read the content as it was read: it must have its type and version
     * @param title the title from now on
     * @param body the body from now on
     * @return the content in its next version
     * @throws dev.confluencekit.core.error.ConflictException if it was changed since it was read
     * @throws dev.confluencekit.core.error.InvalidArgumentException if type or version are missing, or the title is blank
     */
    CustomContent update(CustomContent read, String title, NewBody body);

    /**
     * Puts one into the trash; one request.
     *
     * @param id its id
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    void delete(ContentId id);

    /**
     * Deletes one that is in the trash for good; one request. The account must administer the space.
     *
     * @param id its id
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    void purge(ContentId id);
}
