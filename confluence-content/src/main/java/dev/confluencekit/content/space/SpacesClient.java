package dev.confluencekit.content.space;

import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import java.util.Optional;

/**
 * Reads and writes spaces. Safe for use by many threads; made by the integration and living as long as it.
 *
 * <pre>{@code
 * for (Space space : spaces.list()) {
 *     System.out.println(space.key() + " " + space.name());
 * }
 * }</pre>
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}. They need the scope
 * {@code read:space:confluence} where the key has scopes; writes need {@code write:confluence-space}.
 */
public interface SpacesClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static SpacesClient over(ConfluenceConnection connection) {
        return new DefaultSpacesClient(connection);
    }

    /**
     * Lists all spaces in use that the account may see ({@code getSpaces}).
     *
     * @return the spaces; one request for each 250, when they are read
     */
    Paged<Space> list();

    /**
     * Lists spaces ({@code getSpaces}). Nothing is asked before the listing is read.
     *
     * @param query which spaces, and what of them
     * @return the spaces; one request for each 250
     */
    Paged<Space> list(SpaceQuery query);

    /**
     * Reads a space ({@code getSpaceById}); one request.
     *
     * @param id the space
     * @return the space
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Space get(SpaceId id);

    /**
     * Reads a space ({@code getSpaceById}); one request.
     *
     * @param request which space, and what of it
     * @return the space
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Space get(SpaceRequest request);

    /**
     * Reads a space that may not be there ({@code getSpaceById}); one request.
     *
     * @param id the space
     * @return the space, or empty if it does not exist or the account may not see it
     */
    Optional<Space> find(SpaceId id);

    /**
     * Finds a space by its key, whether it is in use or archived ({@code getSpaces}); one request.
     *
     * @param key the key, such as {@code SUPPORT}
     * @return the space, or empty if there is none or the account may not see it
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the key is blank
     */
    Optional<Space> findByKey(String key);

    /**
     * Creates a space ({@code createSpace}, {@code createPrivateSpace}); two requests.
     *
     * @param space what it shall be
     * @return the space
     * @throws dev.confluencekit.core.error.BadRequestException if another space has the key
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer was lost and it cannot be told whether the
     *     space was created
     */
    Space create(NewSpace space);

    /**
     * Changes a space ({@code updateSpace}); two requests. The operation carries no version: who writes last wins.
     *
     * @param update what is to be changed
     * @return the space as a listing shows it, which may lag behind
     * @throws dev.confluencekit.core.error.InvalidArgumentException if nothing is to be changed
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not change it
     */
    Space update(SpaceUpdate update);

    /**
     * Begins to delete a space with everything in it, <b>for good</b>: nothing goes into the trash ({@code deleteSpace}); one
     * request.
     *
     * @param key the key of the space
     * @return the task, to be waited for with {@link dev.confluencekit.content.longtask.LongTasksClient#await}
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the key is blank
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer was lost
     */
    LongTaskId delete(String key);
}
