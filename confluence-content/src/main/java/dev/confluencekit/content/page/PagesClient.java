package dev.confluencekit.content.page;

import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import java.util.Optional;

/**
 * Reads pages. Safe for use by many threads; made by the integration and living as long as it.
 *
 * <pre>{@code
 * for (Page page : pages.list(PageQuery.inSpace("SUPPORT").body(BodyFormat.STORAGE))) {
 *     System.out.println(page.title());
 * }
 * }</pre>
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}. They need the scope
 * {@code read:page:confluence} where the key has scopes; a query by space key needs {@code read:space:confluence} too.
 */
public interface PagesClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @param spaceKeys what remembers the ids of space keys
     * @return a client
     */
    static PagesClient over(ConfluenceConnection connection, SpaceKeys spaceKeys) {
        return new DefaultPagesClient(connection, spaceKeys);
    }

    /**
     * Lists pages ({@code getPages}, {@code getPagesInSpace}). Nothing is asked before the listing is read; then one
     * request for each 250 pages, and one more for the first query of a space by its key.
     *
     * @param query which pages, and what of them
     * @return the pages, in the order asked for
     */
    Paged<Page> list(PageQuery query);

    /**
     * Reads a page without its body ({@code getPageById}); one request.
     *
     * @param id the page
     * @return the page, also if it is archived or in the trash
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Page get(PageId id);

    /**
     * Reads a page ({@code getPageById}); one request.
     *
     * @param request which page, and what of it
     * @return the page
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Page get(PageRequest request);

    /**
     * Reads a page that may not be there ({@code getPageById}); one request.
     *
     * @param id the page
     * @return the page, or empty if it does not exist or the account may not see it
     */
    Optional<Page> find(PageId id);

    /**
     * Reads a page that may not be there ({@code getPageById}); one request.
     *
     * @param request which page, and what of it
     * @return the page, or empty if it does not exist or the account may not see it
     */
    Optional<Page> find(PageRequest request);

    /**
     * Finds a current page by its title, which is unique in a space ({@code getPages}); one request.
     *
     * @param space the space
     * @param title the whole title
     * @return the page without its body, or empty if no current page of that title can be seen; an archived page or a
     *     draft may hold the title all the same
     */
    Optional<Page> findByTitle(SpaceId space, String title);

    /**
     * Finds a current page by its title ({@code getPages}); one request, and one more for the first query of a space.
     *
     * @param spaceKey the key of the space
     * @param title the whole title
     * @return the page without its body, or empty if no current page of that title can be seen
     * @throws dev.confluencekit.content.space.SpaceNotFoundException if no such space can be seen
     */
    Optional<Page> findByTitle(String spaceKey, String title);
}
