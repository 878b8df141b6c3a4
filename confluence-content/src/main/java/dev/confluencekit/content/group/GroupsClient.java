package dev.confluencekit.content.group;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.user.User;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;

/**
 * Groups of users, and who is in them (v1; v2 has no groups). Safe for use by many threads.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scopes
 * {@code read:confluence-groups} and {@code write:confluence-groups}. Changing who is in a group needs a site
 * administrator.
 */
public interface GroupsClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static GroupsClient over(ConfluenceConnection connection) {
        return new DefaultGroupsClient(connection);
    }

    /**
     * Lists the groups ({@code getGroups}); one request for each 200.
     *
     * @return the groups
     */
    Paged<Group> list();

    /**
     * Lists the groups whose names hold a text ({@code searchGroups}); one request for each 200.
     *
     * @param text the text
     * @return the groups
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the text is blank
     */
    Paged<Group> search(String text);

    /**
     * Reads a group ({@code getGroupByGroupId}); one request.
     *
     * @param id the group
     * @return the group
     * @throws dev.confluencekit.core.error.NotFoundException if there is no such group
     */
    Group get(GroupId id);

    /**
     * Lists who is in a group ({@code getGroupMembersByGroupId}); one request for each 200.
     *
     * @param id the group
     * @return the members
     */
    Paged<User> members(GroupId id);

    /**
     * Lists the groups that somebody is in ({@code getGroupMembershipsForUser}); one request for each 200.
     *
     * @param account who
     * @return the groups
     */
    Paged<Group> of(AccountId account);

    /**
     * Takes somebody into a group ({@code addUserToGroupByGroupId}); one request.
     *
     * @param id the group
     * @param account who
     */
    void addMember(GroupId id, AccountId account);

    /**
     * Takes somebody out of a group ({@code removeMemberFromGroupByGroupId}); one request.
     *
     * @param id the group
     * @param account who
     */
    void removeMember(GroupId id, AccountId account);
}
