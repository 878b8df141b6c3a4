package dev.confluencekit.content.space;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.SpaceRoleId;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import java.util.Collection;
import java.util.List;

/**
 * The roles that people can have in spaces, on sites that have them. Safe for use by many threads.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scopes
 * {@code read:} and {@code write:space.permission:confluence}, and for the roles themselves {@code read:} and
 * {@code write:configuration:confluence}.
 */
public interface SpaceRolesClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static SpaceRolesClient over(ConfluenceConnection connection) {
        return new DefaultSpaceRolesClient(connection);
    }

    /**
     * Reads how far the site has gone from permissions to roles ({@code getSpaceRoleMode}); one request.
     *
     * @return the mode
     */
    SpaceRoleMode mode();

    /**
     * Lists the roles of the site ({@code getAvailableSpaceRoles}); one request for each 250.
     *
     * @return the roles
     */
    Paged<SpaceRole> list();

    /**
     * Lists the roles that can be given in a space ({@code getAvailableSpaceRoles}); one request for each 250.
     *
     * @param space the space
     * @return the roles
     */
    Paged<SpaceRole> list(SpaceId space);

    /**
     * Reads a role ({@code getSpaceRolesById}); one request.
     *
     * @param id the role
     * @return the role
     * @throws dev.confluencekit.core.error.NotFoundException if there is no such role
     */
    SpaceRole get(SpaceRoleId id);

    /**
     * Creates a role ({@code createSpaceRole}); one request.
     *
     * @param name its name
     * @param description what it is for
     * @param permissions the ids of the permissions that it gives, of {@link SpacePermissionsClient#available()}
     * @return the role
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the name is blank
     */
    SpaceRole create(String name, String description, Collection<String> permissions);

    /**
     * Changes a role ({@code updateSpaceRole}); one request, after which a long task does it.
     *
     * @param id the role
     * @param name its name from now on
     * @param description what it is for from now on
     * @param permissions the ids of all permissions that it gives from now on
     * @return what became of it, with the id of the long task
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the name is blank
     */
    SpaceRoleChange update(SpaceRoleId id, String name, String description, Collection<String> permissions);

    /**
     * Deletes a role ({@code deleteSpaceRole}); one request, after which a long task does it.
     *
     * @param id the role
     * @return what became of it, with the id of the long task
     */
    SpaceRoleChange delete(SpaceRoleId id);

    /**
     * Lists who has which role in a space ({@code getSpaceRoleAssignments}); one request for each 250.
     *
     * @param space the space
     * @return who has which
     */
    Paged<SpaceRoleAssignment> assignments(SpaceId space);

    /**
     * Gives somebody a role in a space ({@code setSpaceRoleAssignments}); one request.
     *
     * @param space the space
     * @param principal who
     * @param role the role
     * @return what was set
     */
    List<SpaceRoleAssignment> assign(SpaceId space, SpacePrincipal principal, SpaceRoleId role);

    /**
     * Takes somebody's role in a space away ({@code setSpaceRoleAssignments}); one request.
     *
     * @param space the space
     * @param principal who
     */
    void unassign(SpaceId space, SpacePrincipal principal);
}
