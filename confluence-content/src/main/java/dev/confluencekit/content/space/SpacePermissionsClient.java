package dev.confluencekit.content.space;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;

/**
 * Who may do what in spaces: read by v2, written by v1 one by one. On sites that have gone to roles the service refuses the
 * writing (400): see {@link SpaceRolesClient#mode()}. Safe for use by many threads.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}. Writing needs an
 * administrator of the space.
 */
public interface SpacePermissionsClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static SpacePermissionsClient over(ConfluenceConnection connection) {
        return new DefaultSpacePermissionsClient(connection);
    }

    /**
     * Lists who may do what in a space ({@code getSpacePermissionsAssignments}); one request for each 250.
     *
     * @param space the space
     * @return the permissions that were given
     */
    Paged<SpacePermission> list(SpaceId space);

    /**
     * Lists the permissions that can be given ({@code getAvailableSpacePermissions}); one request for each 250.
     *
     * @return the permissions
     */
    Paged<AvailableSpacePermission> available();

    /**
     * Allows somebody something (v1 {@code addPermissionToSpace}); one request. Reading the space must be allowed first.
     *
     * @param spaceKey the key of the space
     * @param account who
     * @param operation what, such as {@code create}
     * @param target with what, such as {@code page} or {@code space}
     * @return the permission, with the id under which it can be revoked
     * @throws dev.confluencekit.core.error.BadRequestException if it was allowed before, if reading the space is not, or if
     *     the site has gone to roles
     * @throws dev.confluencekit.core.error.InvalidArgumentException if a text is blank
     */
    GrantedSpacePermission grant(String spaceKey, AccountId account, String operation, String target);

    /**
     * Allows a group something (v1 {@code addPermissionToSpace}); one request. Reading the space must be allowed first.
     *
     * @param spaceKey the key of the space
     * @param group who
     * @param operation what, such as {@code create}
     * @param target with what, such as {@code page} or {@code space}
     * @return the permission, with the id under which it can be revoked
     * @throws dev.confluencekit.core.error.BadRequestException if it was allowed before, if reading the space is not, or if
     *     the site has gone to roles
     * @throws dev.confluencekit.core.error.InvalidArgumentException if a text is blank
     */
    GrantedSpacePermission grant(String spaceKey, GroupId group, String operation, String target);

    /**
     * Takes a permission back (v1 {@code removePermission}); one request. Whoever may not read the space any more loses all
     * other permissions in it, too.
     *
     * @param spaceKey the key of the space
     * @param permission the id that {@link #grant} or {@link #list} gave
     * @throws dev.confluencekit.core.error.BadRequestException if nobody would be left to administer the space, or the site
     *     has gone to roles
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the key is blank
     */
    void revoke(String spaceKey, long permission);
}
