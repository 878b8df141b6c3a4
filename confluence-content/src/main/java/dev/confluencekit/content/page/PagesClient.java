package dev.confluencekit.content.page;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.hierarchy.HierarchyClient;
import dev.confluencekit.content.part.ContentParts;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads and writes pages. Safe for use by many threads; made by the integration and living as long as it.
 *
 * <pre>{@code
 * for (Page page : pages.list(PageQuery.inSpace("SUPPORT").body(BodyFormat.STORAGE))) {
 *     System.out.println(page.title());
 * }
 * }</pre>
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}. They need the scope
 * {@code read:page:confluence} where the key has scopes; a query by space key needs {@code read:space:confluence} too.
 * Writes need {@code write:page:confluence}, deletions {@code delete:page:confluence}; moving to a place, copying and archiving
 * {@code write:confluence-content}.
 *
 * <p>A write whose answer was lost is looked for before anything is sent again. What cannot be told is said by
 * {@link dev.confluencekit.core.error.OutcomeUnknownException}, which names what to look for. Listings lag behind writes,
 * reading by id does not.
 */
public interface PagesClient extends ContentParts<PageId> {
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
     * What lies above and below a page, of whatever type.
     *
     * @param id the page
     * @return a client; making it costs no request
     */
    HierarchyClient hierarchy(PageId id);

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

    /**
     * Creates a page ({@code createPage}); one request.
     *
     * @param page what it shall be
     * @return the page, as version 1
     * @throws dev.confluencekit.core.error.InvalidArgumentException if a page that is to be published has no title
     * @throws dev.confluencekit.content.TitleTakenException if the space has a page of this title
     * @throws dev.confluencekit.content.space.SpaceNotFoundException if no space of this key can be seen
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer was lost and it cannot be told whether the
     *     page was created; always so for drafts, which no listing shows
     */
    Page create(NewPage page);

    /**
     * Writes the next version of a page ({@code updatePage}); one request. The number that the service wants, the present one
     * plus one, is made of the version that the update was made from.
     *
     * @param update title and body, and the version that they were made from
     * @return the page in its new version
     * @throws dev.confluencekit.content.version.VersionConflictException if the page has another version by now; nothing was
     *     written
     * @throws dev.confluencekit.content.body.InlineCommentsLostException if places of inline comments would be lost; nothing
     *     was sent
     * @throws dev.confluencekit.content.TitleTakenException if the space has another page of this title
     */
    Page update(PageUpdate update);

    /**
     * Reads a page with its body in storage format, changes it and writes it; two requests. Where somebody else was faster it
     * begins again with what they wrote, five times in all at most, after pauses of random length. A change that changes nothing writes nothing.
     *
     * @param id the page, published
     * @param change makes the next version of the present one; called once for each try, so it should depend on nothing else
     * @return the page in its new version
     * @throws dev.confluencekit.content.version.VersionConflictException if others were faster each time; nothing was written
     * @throws dev.confluencekit.content.body.InlineCommentsLostException if places of inline comments would be lost; nothing
     *     was written
     * @throws dev.confluencekit.content.TitleTakenException if the space has another page of this title
     */
    Page edit(PageId id, UnaryOperator<PageUpdate> change);

    /**
     * Gives a page another title ({@code updatePageTitle}); two requests. The body stays, whatever it is by then. The
     * operation carries no version: if somebody else renames the page at the same time, one of the two titles is lost and
     * nobody is told. {@link #edit} notices.
     *
     * @param id the page or draft
     * @param title the title
     * @return the page in its new version
     * @throws dev.confluencekit.content.TitleTakenException if the space has another page of this title
     */
    Page rename(PageId id, String title);

    /**
     * Publishes a draft as it is ({@code updatePage}); three requests. A page without a draft stays as it is.
     *
     * @param draft the draft, which becomes the page
     * @return the page
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the draft has no title, or it is in the trash
     * @throws dev.confluencekit.content.TitleTakenException if the space has another page of this title
     */
    Page publish(PageId draft);

    /**
     * Takes a page out of the trash ({@code updatePage}); two requests. Title, body and version stay.
     *
     * @param id the page
     * @return the page
     * @throws dev.confluencekit.content.TitleTakenException if another page got its title meanwhile
     */
    Page restore(PageId id);

    /**
     * Puts a page into the trash ({@code deletePage}); one request. What is below it stays; see {@link #deleteTree}.
     *
     * @param id the page
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist, is in the trash already, or the account may
     *     not see it
     */
    void delete(PageId id);

    /**
     * Deletes a page in the trash for good ({@code deletePage} with {@code purge}); one request. Only who administers the
     * space may. A page that was purged before is answered by the service with a fault of its own.
     *
     * @param id a page in the trash
     */
    void purge(PageId id);

    /**
     * Deletes a draft for good ({@code deletePage} with {@code draft}); one request. Drafts do not go into the trash.
     *
     * @param id the draft
     */
    void deleteDraft(PageId id);

    /**
     * Moves a page, with all below it, below another one of the same space ({@code updatePage}); two requests. It makes a new
     * version.
     *
     * @param id the page
     * @param parent the page or folder
     * @return the page in its new version
     */
    Page moveUnder(PageId id, ContentId parent);

    /**
     * Moves a page, with all below it, to a place ({@code movePage}); one request. The other page may be in another space.
     * Before or after a page at the top of a space, it stands outside of the tree and is hard to find for people.
     *
     * @param id the page
     * @param position where, as seen from the other page
     * @param target the other page
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the two are the same page
     */
    void move(PageId id, MovePosition position, PageId target);

    /**
     * Copies a page ({@code copyPage}); one request.
     *
     * @param copy from where to where, and what of it
     * @return the id of the copy
     * @throws dev.confluencekit.content.TitleTakenException if the space has a page of this title
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer was lost
     */
    PageId copy(PageCopy copy);

    /**
     * Begins to copy a page with all pages below it ({@code copyPageHierarchy}); one request.
     *
     * @param copy from where to where, and what of it
     * @return the task, to be waited for with {@link dev.confluencekit.content.longtask.LongTasksClient#await}; when it is
     *     finished it names the copy of the topmost page
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer was lost
     */
    LongTaskId copyTree(TreeCopy copy);

    /**
     * Begins to archive pages ({@code archivePages}); one request. Below the Premium plan only one page at a time can be
     * archived, and a site works on one such task at a time.
     *
     * @param pages 1 to 300 current pages
     * @return the task
     * @throws dev.confluencekit.core.error.InvalidArgumentException if there are none or too many
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer was lost
     */
    LongTaskId archive(Collection<PageId> pages);

    /**
     * Begins to put a page and all below it into the trash ({@code deletePageTree}); one request. The service calls this
     * operation experimental.
     *
     * @param top the topmost page
     * @return the task
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer was lost
     */
    LongTaskId deleteTree(PageId top);
}
