package dev.confluencekit.content.restriction;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.core.ConfluenceConnection;

/**
 * Reads and changes who may read and change single pieces of content. Safe for use by many threads; made by the integration
 * and living as long as it.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}. They need the scope
 * {@code read:content-details:confluence} where the key has scopes, {@code write:content.restriction:confluence} to change
 * restrictions, {@code read:content.permission:confluence} to check permissions.
 */
public interface RestrictionsClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static RestrictionsClient over(ConfluenceConnection connection) {
        return new DefaultRestrictionsClient(connection);
    }

    /**
     * Reads the content's own restriction, whole ({@code getRestrictionsForOperation}); one request, and one more for each 100
     * accounts or groups.
     *
     * @param id the content
     * @param operation what it is about
     * @return who is named; nobody if it is open
     * @throws dev.confluencekit.core.error.NotFoundException if the content does not exist or the account may not see it
     */
    Restriction get(ContentId id, RestrictedOperation operation);

    /**
     * Whether a restriction names an account ({@code getContentRestrictionStatusForUser}); one request.
     *
     * @param id the content
     * @param operation what it is about
     * @param account the account
     * @return true if it is named; false if it is not, if there is no restriction, or if the content cannot be seen
     */
    boolean names(ContentId id, RestrictedOperation operation, AccountId account);

    /**
     * Whether a restriction names a group ({@code getIndividualGroupRestrictionStatusByGroupId}); one request.
     *
     * @param id the content
     * @param operation what it is about
     * @param group the group
     * @return true if it is named; false if it is not, if there is no restriction, or if the content cannot be seen
     */
    boolean names(ContentId id, RestrictedOperation operation, GroupId group);

    /**
     * Names an account ({@code addUserToContentRestriction}); one request. The first one named keeps all others out, the
     * calling account included.
     *
     * @param id the content
     * @param operation what it is about
     * @param account the account
     */
    void add(ContentId id, RestrictedOperation operation, AccountId account);

    /**
     * Names a group ({@code addGroupToContentRestrictionByGroupId}); one request.
     *
     * @param id the content
     * @param operation what it is about
     * @param group the group
     */
    void add(ContentId id, RestrictedOperation operation, GroupId group);

    /**
     * Names an account no longer ({@code removeUserFromContentRestriction}); one request. Without the last one named the
     * content is open.
     *
     * @param id the content
     * @param operation what it is about
     * @param account the account
     */
    void remove(ContentId id, RestrictedOperation operation, AccountId account);

    /**
     * Names a group no longer ({@code removeGroupFromContentRestriction}); one request.
     *
     * @param id the content
     * @param operation what it is about
     * @param group the group
     */
    void remove(ContentId id, RestrictedOperation operation, GroupId group);

    /**
     * Removes all restrictions of the content, for reading and changing ({@code deleteRestrictions}); one request.
     *
     * @param id the content
     */
    void clear(ContentId id);

    /**
     * Reads who may read a page by its own restriction and those of everything above it ({@code getPageAncestors},
     * {@code getRestrictionsForOperation}); one request for the way up, and at least one for each level. Each is read by
     * itself, since one unreadable level spoils them all where they are read together.
     *
     * @param id the page
     * @return the restrictions from the top down
     * @throws ReadAccessUnknownException if one of them cannot be read; treat the page as closed
     */
    ReadAccess effectiveReadAccess(PageId id);

    /**
     * Whether an account may do something, by site, space and content together ({@code checkContentPermission}); one request.
     * For others than itself the calling account must administer Confluence.
     *
     * @param id the content
     * @param account the account
     * @param operation what is asked about
     * @return true if it may
     */
    boolean permits(ContentId id, AccountId account, CheckedOperation operation);

    /**
     * Whether a group may do something ({@code checkContentPermission}); one request. The calling account must administer
     * Confluence.
     *
     * @param id the content
     * @param group the group
     * @param operation what is asked about
     * @return true if it may
     */
    boolean permits(ContentId id, GroupId group, CheckedOperation operation);
}
